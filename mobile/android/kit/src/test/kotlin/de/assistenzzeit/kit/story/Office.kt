package de.assistenzzeit.kit.story

import java.io.File
import java.net.InetAddress
import java.net.ServerSocket
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The real program on a free port of this machine. */
class Office(folder: Path) : AutoCloseable {
    private val program: String = checkNotNull(System.getProperty("assistenz.program")) { "-Dassistenz.program is missing: see test.sh" }
    private val data = folder.toString()
    private val address = "127.0.0.1:${ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { it.localPort }}"
    private val client = HttpClient.newHttpClient()
    private var process: Process? = null
    private val token: String

    init {
        start()
        token = run("token").trim().lines().last()
    }

    fun start() {
        val started = ProcessBuilder(program, "serve", "--listen", address, "--data", data)
            .redirectError(ProcessBuilder.Redirect.DISCARD).start()
        process = started
        val listens = started.inputReader().lineSequence().any { it.startsWith("lauscht auf") }
        check(listens) { "the office did not start" }
    }

    fun stop() {
        process?.destroyForcibly()?.waitFor()
        process = null
    }

    override fun close() = stop()

    private fun run(vararg arguments: String): String {
        val errors = File.createTempFile("office", ".err")
        val done = ProcessBuilder(program, *arguments, "--data", data).redirectError(errors).start()
        val said = done.inputReader().readText()
        check(done.waitFor(60, TimeUnit.SECONDS) && done.exitValue() == 0) { errors.readText() }
        errors.delete()
        return said
    }

    /** A pairing code, as the employer sends it. */
    fun invite(role: String = "assistant"): String =
        run("invite", "--text", "--role", role).lines().first { Regex("assistenzzeit:1:\\S+").matches(it) }

    fun confirm(digits: String) {
        run("confirm", digits)
    }

    /** What the employer's side asks the office over its JSON API. */
    fun ask(method: String, path: String, body: String? = null): String {
        val request = HttpRequest.newBuilder(URI("http://$address$path"))
            .header("authorization", "Bearer $token").header("content-type", "application/json")
            .method(method, body?.let { HttpRequest.BodyPublishers.ofString(it) } ?: HttpRequest.BodyPublishers.noBody())
            .build()
        val answer = client.send(request, HttpResponse.BodyHandlers.ofString())
        check(answer.statusCode() < 300) { "$method $path: ${answer.statusCode()} ${answer.body()}" }
        return answer.body()
    }
}

/** The text that stands for [key] in a JSON text; enough for ids and hashes. */
fun String.textOf(key: String): String = checkNotNull(Regex("\"$key\"\\s*:\\s*\"([^\"]+)\"").find(this)) { "no $key in $this" }.groupValues[1]

/** 17.50 € an hour, standby 13.90 €, 30 hours a week, workplace in Nordrhein-Westfalen. */
const val CONTRACT = """{"valid_from": "2026-01-01", "pay": {"hourly": {"cents_per_hour": 1750}}, "standby": {"hourly": {"cents_per_hour": 1390}},
    "surcharges": [], "weekly": 1800, "employment": "social_insurance", "contributions": "social_insurance", "personnel_number": 100,
    "workplace": {"zone": "Europe/Berlin", "region": {"land": "NW"}}}"""

const val SETTINGS = """{"office": "Lohnbüro Muster", "program": {"name": "lodas"}, "adviser_number": 1234567, "client_number": 4711,
    "wage_types": {"work": {"wage_type": 101, "send_as": "hours"}, "standby": {"wage_type": 102, "send_as": "hours"}}}"""

/** The person who was invited as an assistant, as an address of the office. */
fun Office.assistant(): String {
    // Each member begins with the person, its roles follow.
    val members = ask("GET", "/v1/members").split("\"person\"").drop(1)
    return "/v1/people/" + "\"person\"${members.single { "assistant" in it }}".textOf("person")
}

/** Name, contract and one planned shift for them. */
fun Office.employ(person: String) {
    ask("PUT", person, """{"name": "Ada Muster"}""")
    ask("POST", "$person/contracts", CONTRACT)
    publish(person, "2026-10-07T08:00", "2026-10-07T16:00")
}

/** Plans a shift of October and publishes exactly this draft. */
fun Office.publish(person: String, from: String, to: String, note: String = "") {
    val shift = """"from_ms": ${at(from)}, "to_ms": ${at(to)}, "note": "$note""""
    val id = checkNotNull(Regex("[0-9a-f]{32}").find(ask("POST", "$person/rota", """{"shifts": [{$shift}]}"""))).value
    ask("POST", "$person/rota/2026-10/publication", """{"drafts": [{"shift": "$id", $shift}]}""")
}
