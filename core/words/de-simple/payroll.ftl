# Für die Lohnübergabe gibt es keine Sätze in Leichter Sprache; es gilt Deutsch.
