import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The real program on a free port of this machine.
final class Office {
    private let program: URL
    private let data: URL
    private var address = "127.0.0.1:0"
    private var process: Process?
    private var token = ""

    struct Failed: Error { let what: String }

    init(_ data: URL) throws {
        guard let built = ProcessInfo.processInfo.environment["ASSISTENZ_PROGRAM"] else {
            throw Failed(what: "ASSISTENZ_PROGRAM is missing: see test.sh")
        }
        program = URL(fileURLWithPath: built)
        self.data = data
        try start()
        token = try run("token").split(separator: "\n").last.map(String.init) ?? ""
    }

    deinit { stop() }

    /// Listens, after the first time on the same port.
    func start() throws {
        let started = Process()
        // A file and not a pipe: a pipe's end is lent to whatever else is started meanwhile, and would never close.
        let said = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data().write(to: said)
        defer { try? FileManager.default.removeItem(at: said) }
        started.executableURL = program
        started.arguments = ["serve", "--listen", address, "--data", data.path]
        started.standardOutput = try FileHandle(forWritingTo: said)
        started.standardError = FileHandle.nullDevice
        try started.run()
        process = started
        var text = ""
        while !text.contains("\n", after: "lauscht auf") {
            guard started.isRunning else { throw Failed(what: "the office did not start on \(address): \(text)") }
            Thread.sleep(forTimeInterval: 0.02)
            text = try String(contentsOf: said, encoding: .utf8)
        }
        let line = text.split(separator: "\n").first { $0.hasPrefix("lauscht auf") }
        address = line?.split(separator: " ").last.map(String.init) ?? address
    }

    /// At once, as when the power fails.
    func stop() {
        guard let process else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        self.process = nil
    }

    private func run(_ arguments: String...) throws -> String {
        let process = Process()
        let said = Pipe()
        process.executableURL = program
        process.arguments = arguments + ["--data", data.path]
        process.standardOutput = said
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(what: "\(arguments): \(process.terminationStatus)") }
        return text
    }

    /// A pairing code, as the employer sends it.
    func invite(_ role: String = "assistant") throws -> String {
        let said = try run("invite", "--text", "--role", role)
        guard let code = said.split(separator: "\n").first(where: { $0.hasPrefix("assistenzzeit:1:") }) else { throw Failed(what: said) }
        return String(code)
    }

    func confirm(_ digits: String) throws { _ = try run("confirm", digits) }

    /// What the employer's side asks the office over its JSON API.
    @discardableResult
    func ask(_ method: String, _ path: String, _ body: String? = nil) throws -> Any {
        var request = URLRequest(url: URL(string: "http://\(address)\(path)")!)
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        request.setValue("Bearer \(token)", forHTTPHeaderField: "authorization")
        request.setValue("application/json", forHTTPHeaderField: "content-type")
        let answer = Answer()
        let done = DispatchSemaphore(value: 0)
        URLSession.shared.dataTask(with: request) { body, response, _ in
            answer.status = (response as? HTTPURLResponse)?.statusCode ?? 0
            answer.body = body ?? Data()
            done.signal()
        }.resume()
        done.wait()
        guard (200..<300).contains(answer.status) else {
            throw Failed(what: "\(method) \(path): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
        }
        return answer.body.isEmpty ? [:] : try JSONSerialization.jsonObject(with: answer.body, options: .fragmentsAllowed)
    }

    /// The text at `key` of an answer.
    func text(_ key: String, of answer: Any) throws -> String {
        guard let text = (answer as? [String: Any])?[key] as? String else { throw Failed(what: "no \(key) in \(answer)") }
        return text
    }

    private final class Answer: @unchecked Sendable {
        var status = 0
        var body = Data()
    }
}

extension String {
    fileprivate func contains(_ text: String, after mark: String) -> Bool {
        range(of: mark).map { self[$0.upperBound...].contains(text) } ?? false
    }
}

/// 17.50 € an hour, standby 13.90 €, 30 hours a week, workplace in Nordrhein-Westfalen.
private let contract = """
    {"valid_from": "2026-01-01", "pay": {"hourly": {"cents_per_hour": 1750}}, "standby": {"hourly": {"cents_per_hour": 1390}},
    "surcharges": [], "weekly": 1800, "employment": "social_insurance", "contributions": "social_insurance", "personnel_number": 100,
    "workplace": {"zone": "Europe/Berlin", "region": {"land": "NW"}}}
    """

let payrollSettings = """
    {"office": "Lohnbüro Muster", "program": {"name": "lodas"}, "adviser_number": 1234567, "client_number": 4711,
    "wage_types": {"work": {"wage_type": 101, "send_as": "hours"}, "standby": {"wage_type": 102, "send_as": "hours"}}}
    """

extension Office {
    /// The person who was invited as an assistant, as an address of the office.
    func assistant() throws -> String {
        let members = try ask("GET", "/v1/members") as? [[String: Any]] ?? []
        let working = members.filter { (($0["roles"] as? [Any]) ?? []).contains { "\($0)".contains("assistant") } }
        guard working.count == 1, let person = working[0]["person"] as? String else { throw Failed(what: "members: \(members)") }
        return "/v1/people/\(person)"
    }

    /// Name, contract and one planned shift for them.
    func employ(_ person: String) throws {
        try ask("PUT", person, #"{"name": "Ada Muster"}"#)
        try ask("POST", "\(person)/contracts", contract)
        let times = #""from_ms": \#(at("2026-10-07 08:00")), "to_ms": \#(at("2026-10-07 16:00"))"#
        let planned = try ask("POST", "\(person)/rota", #"{"shifts": [{\#(times)}]}"#) as? [String: Any]
        guard let shift = (planned?["shifts"] as? [String])?.first else { throw Failed(what: "planned: \(planned ?? [:])") }
        try ask("POST", "\(person)/rota/2026-10/publication", #"{"drafts": [{"shift": "\#(shift)", \#(times)}]}"#)
    }
}
