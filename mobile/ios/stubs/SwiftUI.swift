// Stands for Apple's SwiftUI where there is none: the signatures that the app uses, and nothing that runs.
@_exported import Darwin
@_exported import Foundation

@MainActor @preconcurrency public protocol View {
    associatedtype Body: View
    @ViewBuilder var body: Body { get }
}
extension Never: View { public var body: Never { fatalError() } }
public protocol Leaf: View where Body == Never {}
extension Leaf { public var body: Never { fatalError() } }
extension Optional: View where Wrapped: View { public var body: Never { fatalError() } }
public struct EmptyView: Leaf { nonisolated public init() {} }
public struct TupleView<T>: Leaf {}
public struct Either<A: View, B: View>: Leaf {}
@resultBuilder public enum ViewBuilder {
    public static func buildBlock() -> EmptyView { EmptyView() }
    public static func buildBlock<C: View>(_ c: C) -> C { c }
    public static func buildBlock<each C: View>(_ c: repeat each C) -> TupleView<(repeat each C)> { fatalError() }
    public static func buildExpression<C: View>(_ c: C) -> C { c }
    public static func buildIf<C: View>(_ c: C?) -> C? { c }
    public static func buildEither<A: View, B: View>(first: A) -> Either<A, B> { fatalError() }
    public static func buildEither<A: View, B: View>(second: B) -> Either<A, B> { fatalError() }
}

// Scenes.
@MainActor @preconcurrency public protocol App {
    associatedtype Body: Scene
    @SceneBuilder var body: Body { get }
    init()
}
extension App { public static func main() {} }
@MainActor @preconcurrency public protocol Scene {}
@resultBuilder public enum SceneBuilder { public static func buildBlock<S: Scene>(_ s: S) -> S { s } }
public struct WindowGroup<C: View>: Scene { public init(@ViewBuilder content: () -> C) {} }
public enum ScenePhase: Sendable { case background, inactive, active }
public struct BackgroundTask<Request, Response> {
    public static func appRefresh(_ name: String) -> BackgroundTask<Void, Void> { fatalError() }
}
extension Scene {
    public func onChange<V: Equatable>(of value: V, _ action: @escaping @MainActor (V, V) -> Void) -> some Scene { self }
    public func backgroundTask(_ task: BackgroundTask<Void, Void>, action: @escaping @Sendable () async -> Void) -> some Scene { self }
}

// State.
@propertyWrapper public struct State<T> {
    public init(wrappedValue: T) { fatalError() }
    public init(initialValue: T) { fatalError() }
    public var wrappedValue: T { get { fatalError() } nonmutating set {} }
    public var projectedValue: Binding<T> { fatalError() }
}
@propertyWrapper @dynamicMemberLookup public struct Binding<T> {
    public init(get: @escaping () -> T, set: @escaping (T) -> Void) {}
    public var wrappedValue: T { get { fatalError() } nonmutating set {} }
    public var projectedValue: Binding<T> { self }
    public subscript<S>(dynamicMember path: WritableKeyPath<T, S>) -> Binding<S> { fatalError() }
}
@propertyWrapper @dynamicMemberLookup public struct Bindable<T: AnyObject> {
    public init(wrappedValue: T) { fatalError() }
    public var wrappedValue: T { get { fatalError() } set {} }
    public var projectedValue: Bindable<T> { self }
    public subscript<S>(dynamicMember path: ReferenceWritableKeyPath<T, S>) -> Binding<S> { fatalError() }
}
public protocol EnvironmentKey {
    associatedtype Value
    static var defaultValue: Value { get }
}
public struct EnvironmentValues {
    public subscript<K: EnvironmentKey>(key: K.Type) -> K.Value { get { fatalError() } set {} }
    public var dynamicTypeSize: DynamicTypeSize { fatalError() }
    public var scenePhase: ScenePhase { fatalError() }
    public var layoutDirection: LayoutDirection { get { fatalError() } set {} }
    public var locale: Locale { get { fatalError() } set {} }
    public var calendar: Calendar { get { fatalError() } set {} }
    public var timeZone: TimeZone { get { fatalError() } set {} }
}
@propertyWrapper public struct Environment<T> {
    public init(_ path: KeyPath<EnvironmentValues, T>) {}
    public var wrappedValue: T { fatalError() }
}
public enum LayoutDirection: Sendable { case leftToRight, rightToLeft }
public struct DynamicTypeSize: Sendable { public var isAccessibilitySize: Bool { fatalError() } }

// Looks.
public protocol ShapeStyle: Sendable {}
public struct Color: ShapeStyle, Leaf {}
public struct Font: Sendable {
    public static let largeTitle = Font(), title2 = Font(), title3 = Font(), headline = Font(), callout = Font(), footnote = Font()
    public func bold() -> Font { self }
}
public protocol Shape: View, Sendable {}
extension Shape {
    public func fill<S: ShapeStyle>(_ style: S) -> some View { self }
    public func stroke<S: ShapeStyle>(_ style: S, lineWidth: CGFloat) -> some View { self }
}
public struct RoundedRectangle: Shape, Leaf { nonisolated public init(cornerRadius: CGFloat) {} }
public struct Capsule: Shape, Leaf { nonisolated public init() {} }
public struct Rectangle: Shape, Leaf { nonisolated public init() {} }
public struct HorizontalAlignment: Sendable { public static let leading = Self(), center = Self() }
public struct VerticalAlignment: Sendable { public static let top = Self(), center = Self() }
public struct Alignment: Sendable { public static let leading = Self(), center = Self() }
public enum TextAlignment: Sendable { case leading, center }
public struct Axis {
    public static let vertical = Axis()
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let horizontal = Set(rawValue: 1), vertical = Set(rawValue: 2)
    }
}
public struct Edge {
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let top = Set(rawValue: 1), vertical = Set(rawValue: 2), horizontal = Set(rawValue: 4), all = Set(rawValue: 7)
    }
}
public enum VerticalEdge: Sendable { case top, bottom }

// Views.
public struct LocalizedStringKey: ExpressibleByStringInterpolation { public init(stringLiteral value: String) {} }
public struct Text: Leaf {
    @_disfavoredOverload public init(_ key: LocalizedStringKey) {}
    public init<S: StringProtocol>(_ content: S) {}
    public init(timerInterval: ClosedRange<Date>, countsDown: Bool) {}
}
public struct Image: Leaf { public init(systemName: String) {} }
public struct Label: Leaf { public init<S: StringProtocol>(_ title: S, systemImage: String) {} }
public struct Spacer: Leaf { public init() {} }
public struct Divider: Leaf { public init() {} }
public struct ProgressView: Leaf { public init() {} }
public struct ScrollView<C: View>: Leaf { public init(@ViewBuilder content: () -> C) {} }
public struct VStack<C: View>: Leaf {
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) {}
}
public struct HStack<C: View>: Leaf {
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) {}
}
public struct ViewThatFits<C: View>: Leaf { public init(in axes: Axis.Set, @ViewBuilder content: () -> C) {} }
public struct ForEach<D: RandomAccessCollection, I: Hashable, C: View>: Leaf {
    public init(_ data: D, id: KeyPath<D.Element, I>, @ViewBuilder content: @escaping (D.Element) -> C) {}
}
public struct Button<L: View>: Leaf {
    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) {}
}
extension Button where L == Text { public init<S: StringProtocol>(_ title: S, action: @escaping @MainActor () -> Void) {} }
public struct DisclosureGroup<C: View>: Leaf { public init<S: StringProtocol>(_ title: S, @ViewBuilder content: @escaping () -> C) {} }
public struct TextField: Leaf { public init(_ title: LocalizedStringKey, text: Binding<String>, axis: Axis) {} }
public struct DatePicker: Leaf {
    public struct Components: Sendable { public static let date = Components() }
    public init<S: StringProtocol>(_ title: S, selection: Binding<Date>, displayedComponents: Components) {}
}
@MainActor @preconcurrency public protocol ButtonStyle {
    associatedtype Body: View
    typealias Configuration = ButtonStyleConfiguration
    @ViewBuilder func makeBody(configuration: Configuration) -> Body
}
public struct ButtonStyleConfiguration {
    public struct Label: Leaf {}
    public let label: Label
    public let isPressed: Bool
}
public struct PlainButtonStyle: ButtonStyle { public func makeBody(configuration: Configuration) -> some View { configuration.label } }
extension ButtonStyle where Self == PlainButtonStyle { public static var plain: PlainButtonStyle { fatalError() } }

// What is said.
public struct AccessibilityTraits: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let isHeader = Self(rawValue: 1), isSelected = Self(rawValue: 2)
}
public struct AccessibilityActionKind: Sendable { public static let escape = Self() }
public struct AccessibilityChildBehavior: Sendable { public static let combine = Self() }
public enum AccessibilityNotification {
    public struct Announcement {
        public init(_ text: String) {}
        public func post() {}
    }
}
public struct SensoryFeedback: Sendable { public static let success = Self(), error = Self() }

extension View {
    public func font(_ font: Font?) -> some View { self }
    public func monospacedDigit() -> some View { self }
    public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { self }
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { self }
    public func background<S: ShapeStyle>(_ style: S) -> some View { self }
    public func background<S: ShapeStyle, T: Shape>(_ style: S, in shape: T) -> some View { self }
    public func overlay<V: View>(_ view: V) -> some View { self }
    public func opacity(_ opacity: Double) -> some View { self }
    public func contentShape<S: Shape>(_ shape: S) -> some View { self }
    public func padding(_ length: CGFloat) -> some View { self }
    public func padding(_ edges: Edge.Set, _ length: CGFloat) -> some View { self }
    public func frame(height: CGFloat) -> some View { self }
    public func frame(
        minWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center
    ) -> some View { self }
    public func id<I: Hashable>(_ id: I) -> some View { self }
    public func buttonStyle<S: ButtonStyle>(_ style: S) -> some View { self }
    public func environment<V>(_ path: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View { self }
    public func safeAreaInset<V: View>(edge: VerticalEdge, spacing: CGFloat?, @ViewBuilder content: () -> V) -> some View { self }
    public func sheet<C: View>(isPresented: Binding<Bool>, @ViewBuilder content: @escaping () -> C) -> some View { self }
    public func fileMover<F: Collection>(
        isPresented: Binding<Bool>, files: F, onCompletion: @escaping (Result<[URL], any Error>) -> Void, onCancellation: @escaping () -> Void
    ) -> some View where F.Element == URL { self }
    public func task(_ action: @escaping @MainActor () async -> Void) -> some View { self }
    public func onOpenURL(perform action: @escaping (URL) -> Void) -> some View { self }
    public func onChange<V: Equatable>(of value: V, _ action: @escaping (V, V) -> Void) -> some View { self }
    public func sensoryFeedback<T: Equatable>(trigger: T, _ feedback: @escaping (T, T) -> SensoryFeedback?) -> some View { self }
    public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View { self }
    public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View { self }
    public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View { self }
    public func accessibilityHidden(_ hidden: Bool) -> some View { self }
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { self }
    public func accessibilityElement(children: AccessibilityChildBehavior) -> some View { self }
    public func accessibilityAction(_ kind: AccessibilityActionKind, _ action: @escaping () -> Void) -> some View { self }
}
