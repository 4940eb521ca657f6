// Stands for Apple's AppIntents: the signatures that the app uses.
@_exported import SwiftUI

public struct LocalizedStringResource: ExpressibleByStringLiteral, Sendable { public init(stringLiteral value: String) {} }
public protocol IntentResult: Sendable {}
public protocol ProvidesDialog {}
public struct IntentDialog: Sendable { public init(stringLiteral value: String) {} }
public struct PlainResult: IntentResult {}
public struct SpokenResult: IntentResult, ProvidesDialog {}
extension IntentResult where Self == PlainResult { public static func result() -> PlainResult { fatalError() } }
extension IntentResult where Self == SpokenResult { public static func result(dialog: IntentDialog) -> SpokenResult { fatalError() } }
public protocol AppIntent: Sendable {
    associatedtype Outcome: IntentResult
    static var title: LocalizedStringResource { get }
    static var isDiscoverable: Bool { get }
    init()
    func perform() async throws -> Outcome
}
extension AppIntent { public static var isDiscoverable: Bool { true } }
public protocol LiveActivityIntent: AppIntent {}
@propertyWrapper public struct IntentParameter<T: Sendable>: Sendable {
    public init(title: LocalizedStringResource) {}
    public var wrappedValue: T { get { fatalError() } nonmutating set {} }
}
extension AppIntent { public typealias Parameter = IntentParameter }
extension Button {
    public init<I: AppIntent>(intent: I, @ViewBuilder label: () -> L) { fatalError() }
}

public struct AppShortcutPhrase: ExpressibleByStringInterpolation, Sendable {
    public enum Token { case applicationName }
    public struct StringInterpolation: StringInterpolationProtocol {
        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ literal: String) {}
        public mutating func appendInterpolation(_ token: Token) {}
    }
    public init(stringLiteral value: String) {}
    public init(stringInterpolation: StringInterpolation) {}
}
public struct AppShortcut: Sendable {
    public init<I: AppIntent>(intent: I, phrases: [AppShortcutPhrase], shortTitle: LocalizedStringResource, systemImageName: String) {}
}
@resultBuilder public enum AppShortcutsBuilder { public static func buildBlock(_ shortcuts: AppShortcut...) -> [AppShortcut] { shortcuts } }
public protocol AppShortcutsProvider { @AppShortcutsBuilder static var appShortcuts: [AppShortcut] { get } }
