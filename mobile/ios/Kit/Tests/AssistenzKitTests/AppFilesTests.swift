import AssistenzDoor
import Foundation
import Testing

/// What stands beside this package and cannot run on Linux: the app's sources, what it asks of the system, and its fixed words.
enum AppFiles {
    static let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../App").standardizedFileURL

    static func file(_ path: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(path)) }

    static func plist(_ path: String) throws -> [String: Any] {
        try #require(PropertyListSerialization.propertyList(from: file(path), format: nil) as? [String: Any])
    }

    /// Every Swift file of app, screens and widget, by its name.
    static func sources() throws -> [String: String] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        let swift = all.filter { $0.pathExtension == "swift" }
        try #require(swift.count > 20)
        return try Dictionary(uniqueKeysWithValues: swift.map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) })
    }

    static func named(_ pattern: String) throws -> Set<String> {
        Set(try sources().filter { $0.value.range(of: pattern, options: .regularExpression) != nil }.keys)
    }

    /// A catalogue's words: key, language, text.
    static func catalogue(_ name: String) throws -> [String: [String: String]] {
        let read = try JSONDecoder().decode(Catalogue.self, from: file("Resources/\(name).xcstrings"))
        return read.strings.mapValues { $0.localizations.mapValues { $0.stringUnit?.value ?? $0.stringSet?.values.first ?? "" } }
    }

    private struct Catalogue: Decodable {
        struct Entry: Decodable { let localizations: [String: Words] }
        struct Words: Decodable {
            struct Unit: Decodable { let value: String }
            struct Set: Decodable { let values: [String] }
            let stringUnit: Unit?
            let stringSet: Set?
        }
        let strings: [String: Entry]
    }
}

/// The promise "no surveillance", held against what the app asks of the system.
@Suite struct AppFilesTests {
    @Test("the app asks for the camera and for an office in the same network, and for nothing else")
    func asked() throws {
        let info = try AppFiles.plist("App/Info.plist")
        let reasons = info.keys.filter { $0.hasSuffix("UsageDescription") }
        #expect(reasons.sorted() == ["NSCameraUsageDescription", "NSLocalNetworkUsageDescription"])
        #expect(info["UIBackgroundModes"] as? [String] == ["fetch"])
        #expect(info["NSUserTrackingUsageDescription"] == nil && info["NSAppTransportSecurity"] == nil)
        #expect(try AppFiles.plist("Widget/Info.plist").keys.filter { $0.hasPrefix("NS") } == ["NSExtension"])
    }

    @Test("app and widget share one folder and have no other entitlement", arguments: ["App/App.entitlements", "Widget/Widget.entitlements"])
    func entitlements(path: String) throws {
        let entitled = try AppFiles.plist(path)
        #expect(entitled.count == 1)
        #expect(entitled["com.apple.security.application-groups"] as? [String] == ["group.de.assistenzzeit"])
        #expect(try AppFiles.sources()["AppGroup.swift"]?.contains("\"group.de.assistenzzeit\"") == true)
    }

    @Test("nothing is collected and nobody is tracked")
    func privacy() throws {
        let info = try AppFiles.plist("App/PrivacyInfo.xcprivacy")
        #expect(info["NSPrivacyTracking"] as? Bool == false)
        #expect((info["NSPrivacyTrackingDomains"] as? [Any])?.isEmpty == true)
        #expect((info["NSPrivacyCollectedDataTypes"] as? [Any])?.isEmpty == true)
    }

    @Test("the camera is opened in one place only, where a pairing code is read, and no picture is kept")
    func camera() throws {
        #expect(try AppFiles.named("AVFoundation|AVCapture") == ["CodeReader.swift"])
        #expect(try AppFiles.named("PhotoOutput|MovieFile|VideoDataOutput|AudioDataOutput|UIImagePicker|PHPhoto").isEmpty)
        #expect(try AppFiles.named("CodeSheet\\(").subtracting(["CodeReader.swift"]) == ["RootView.swift"])
        #expect(try AppFiles.named("\\.scanCode") == ["MoreScreens.swift"])
    }

    @Test("nothing of the sources names location, contacts, microphone, motion, health or advertising")
    func surveillance() throws {
        let forbidden =
            "CoreLocation|CLLocation|MapKit|Contacts|AVAudio|SpeechRecogn|CoreMotion|HealthKit|AdSupport|AppTrackingTransparency|ATTracking|identifierForVendor|UIPasteboard"
        #expect(try AppFiles.named(forbidden).isEmpty)
    }

    @Test("nothing is reached by long press, swipe or drag only, and no screen times out")
    func gestures() throws {
        #expect(try AppFiles.named("onLongPress|swipeActions|DragGesture|contextMenu|onDrag|Timer\\.|asyncAfter|Task\\.sleep").isEmpty)
    }

    @Test("every file and folder that the project names is there")
    func project() throws {
        let text = try String(contentsOf: AppFiles.folder.appendingPathComponent("../project.yml").standardizedFileURL, encoding: .utf8)
        let pattern = try NSRegularExpression(pattern: "App/[A-Za-z./]+")
        let named = pattern.matches(in: text, range: NSRange(text.startIndex..., in: text)).map { String(text[Range($0.range, in: text)!]) }
        #expect(named.count >= 10)
        for path in named {
            let file = AppFiles.folder.appendingPathComponent("../\(path)").standardizedFileURL
            #expect(FileManager.default.fileExists(atPath: file.path), "\(path)")
        }
    }

    @Test("the task that the system may wake is the one that the app plans")
    func background() throws {
        let names = try AppFiles.plist("App/Info.plist")["BGTaskSchedulerPermittedIdentifiers"] as? [String] ?? []
        try #require(names.count == 1)
        #expect(try AppFiles.sources()["BackgroundSync.swift"]?.contains("\"\(names[0])\"") == true)
    }

    @Test("every language of the package has every word, and the buttons are called as the core calls them")
    func catalogues() throws {
        let languages = try Set(#require(AppFiles.plist("App/Info.plist")["CFBundleLocalizations"] as? [String]))
        for name in ["Localizable", "InfoPlist", "AppShortcuts"] {
            for (key, words) in try AppFiles.catalogue(name) {
                #expect(Set(words.keys) == languages, "\(name), \(key)")
                #expect(!words.values.contains(""), "\(name), \(key)")
            }
        }
        let buttons = try AppFiles.catalogue("Localizable")
        for (key, words) in try AppFiles.catalogue("AppShortcuts") {
            let button = key.hasPrefix("Kommen") ? buttons["clock-in"] : buttons["clock-out"]
            for (language, phrase) in words {
                let label = try #require(button?[language])
                #expect(phrase.contains("${applicationName}") && phrase.contains(label), "\(key), \(language)")
            }
        }
    }

    @Test("every word that a screen says exists in every language")
    func words() throws {
        let pattern = try NSRegularExpression(pattern: "words\\(\"([a-z-]+)\"\\)")
        var keys: Set<String> = []
        for text in try AppFiles.sources().values {
            for found in pattern.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
                keys.insert(String(text[try #require(Range(found.range(at: 1), in: text))]))
            }
        }
        #expect(keys.count > 40)
        try inFolder { folder in
            let handset = try Handset(folder, Vault(), Remembered(), Clock("2026-10-05 07:00"))
            let unknown = handset.phones.label(key: "is-none")
            for language in handset.phones.languages() {
                try handset.phones.setLanguage(code: language.code)
                for key in keys {
                    let missing = unknown.replacingOccurrences(of: "is-none", with: key)
                    #expect(handset.phones.label(key: key) != missing, "\(key), \(language.code)")
                }
            }
        }
    }

    @Test("ink is read on its ground at 4.5 : 1, light and dark")
    func contrast() throws {
        let look = try #require(AppFiles.sources()["Look.swift"])
        let pattern = try NSRegularExpression(pattern: "ground: 0x(\\w{6}), ink: 0x(\\w{6}), darkGround: 0x(\\w{6}), darkInk: 0x(\\w{6})")
        let pairs = pattern.matches(in: look, range: NSRange(look.startIndex..., in: look)).map { found in
            (1...4).map { Int(String(look[Range(found.range(at: $0), in: look)!]), radix: 16)! }
        }
        #expect(pairs.count == 9)
        for pair in pairs {
            #expect(ratio(pair[0], pair[1]) >= 4.5 && ratio(pair[2], pair[3]) >= 4.5, "\(pair.map { String($0, radix: 16) })")
        }
    }

    /// WCAG 2.2, contrast ratio of two colours.
    private func ratio(_ one: Int, _ other: Int) -> Double {
        func light(_ colour: Int) -> Double {
            let parts = [16, 8, 0].map { shift -> Double in
                let part = Double(colour >> shift & 255) / 255
                return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (a, b) = (light(one), light(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}
