# Was alle Ansichten sagen, in Leichter Sprache.

view-span = von {$from} bis {$to}
