package de.assistenzzeit.app

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.w3c.dom.Document
import org.w3c.dom.Element
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory

/** The promise "no surveillance", held against what the app asks of the system. */
class ManifestTest {
    private val main = File("src/main")

    private fun xml(file: File): Document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file)

    private fun Document.all(name: String): List<Element> =
        getElementsByTagName(name).let { found -> (0 until found.length).map { found.item(it) as Element } }

    private val manifest = xml(File(main, "AndroidManifest.xml"))

    @Test
    fun `the app asks for these permissions and no others`() {
        val asked = listOf("uses-permission", "uses-permission-sdk-23").flatMap { manifest.all(it) }.map { it.getAttribute("android:name") }
        val allowed = listOf("ACCESS_NETWORK_STATE", "CAMERA", "INTERNET", "NFC", "POST_NOTIFICATIONS", "POST_PROMOTED_NOTIFICATIONS", "RECEIVE_BOOT_COMPLETED")
        assertEquals(allowed.map { "android.permission.$it" }, asked.sorted())
    }

    @Test
    fun `the camera is opened in one place only, where a pairing code is read, and no picture is kept`() {
        val sources = File(main, "kotlin").walk().filter { it.extension == "kt" }.associate { it.name to it.readText() }
        assertEquals(setOf("CodeActivity.kt"), sources.filterValues { "hardware.camera2" in it }.keys)
        assertFalse(Regex("FileOutputStream|MediaStore|compress\\(").containsMatchIn(sources.getValue("CodeActivity.kt")))
        val callers = sources.filterValues { "CodeActivity::class" in it }.keys
        assertEquals(setOf("MainActivity.kt"), callers)
    }

    @Test
    fun `nothing of the sources names location, contacts, microphone or advertising`() {
        val forbidden = Regex("android\\.location|ContactsContract|MediaRecorder|AudioRecord|AdvertisingId|BiometricPrompt|FusedLocation")
        val found = listOf("src/main/kotlin", "../kit/src/main/kotlin", "../ui/src/main/kotlin").flatMap { folder ->
            File(folder).walk().filter { it.extension == "kt" && forbidden.containsMatchIn(it.readText()) }.map { it.name }.toList()
        }
        assertEquals(emptyList<String>(), found)
    }

    @Test
    fun `nothing leaves the phone by a backup`() {
        val application = manifest.all("application").single()
        assertEquals("false", application.getAttribute("android:allowBackup"))
        val rules = xml(File(main, "res/xml/data_extraction.xml"))
        for (way in listOf("cloud-backup", "device-transfer")) {
            val kept = rules.all(way).single().getElementsByTagName("exclude")
            assertEquals(5, kept.length, way)
        }
    }

    @Test
    fun `what others may call opens the app or needs a permission of the system`() {
        val open = listOf("activity", "service", "receiver").flatMap { manifest.all(it) }.filter { it.getAttribute("android:exported") == "true" }
        for (one in open) {
            val guarded = one.getAttribute("android:permission").startsWith("android.permission.BIND_")
            assertTrue(guarded || one.getAttribute("android:name") == ".MainActivity", one.getAttribute("android:name"))
        }
    }

    @Test
    fun `every language of the package has every word`() {
        fun words(folder: File) = xml(File(folder, "strings.xml")).all("string").map { it.getAttribute("name") }.toSet()
        val folders = File(main, "res").listFiles().orEmpty().filter { File(it, "strings.xml").exists() }
        val offered = xml(File(main, "res/xml/locales.xml")).all("locale").map { it.getAttribute("android:name") }.toSet()
        assertEquals(offered, folders.map { it.name.removePrefix("values-").replace("values", "de") }.toSet())
        for (folder in folders) assertEquals(words(File(main, "res/values")), words(folder), folder.name)
    }

    @Test
    fun `the glue stays small`() {
        val lines = File(main, "kotlin").walk().filter { it.extension == "kt" }.sumOf { it.readLines().size }
        assertTrue(lines <= 600, "$lines lines")
    }
}
