package de.assistenzzeit.kit

/** Days as people type and read them, `26.11.2026`, and as the door takes them, `2026-11-26`. */
internal object Typed {
    private val written = Regex("""\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*""")

    /** What cannot be read is handed on as it is: the door says what is wrong with it. */
    fun day(text: String): String {
        val (day, month, year) = written.matchEntire(text)?.destructured ?: return text.trim()
        return "$year-${month.padStart(2, '0')}-${day.padStart(2, '0')}"
    }

    fun shown(day: String): String = day.split("-").reversed().joinToString(".")
}
