// Stands for Apple's WidgetKit: the signatures that the app uses.
@_exported import ActivityKit
@_exported import SwiftUI

@MainActor public final class WidgetCenter {
    public static let shared = WidgetCenter()
    public func reloadAllTimelines() {}
}
@MainActor @preconcurrency public protocol Widget {
    associatedtype Body: WidgetConfiguration
    var body: Body { get }
    init()
}
public struct TwoWidgets: Widget {
    public init() {}
    public var body: some WidgetConfiguration { EmptyConfiguration() }
}
@resultBuilder public enum WidgetBundleBuilder {
    @MainActor public static func buildBlock<A: Widget, B: Widget>(_ a: A, _ b: B) -> TwoWidgets { TwoWidgets() }
}
@MainActor @preconcurrency public protocol WidgetBundle {
    associatedtype Body: Widget
    @WidgetBundleBuilder var body: Body { get }
    init()
}
extension WidgetBundle { public static func main() {} }
@MainActor @preconcurrency public protocol WidgetConfiguration {}
public struct EmptyConfiguration: WidgetConfiguration {}
public enum WidgetFamily: Sendable { case systemSmall, systemMedium, accessoryRectangular }
extension WidgetConfiguration {
    public func configurationDisplayName(_ name: LocalizedStringKey) -> some WidgetConfiguration { self }
    public func supportedFamilies(_ families: [WidgetFamily]) -> some WidgetConfiguration { self }
}
extension EnvironmentValues { public var widgetFamily: WidgetFamily { fatalError() } }
public enum ContainerBackgroundPlacement: Sendable { case widget }
extension View {
    public func containerBackground<S: ShapeStyle>(_ style: S, for place: ContainerBackgroundPlacement) -> some View { self }
}

public protocol TimelineEntry { var date: Date { get } }
public struct Timeline<E: TimelineEntry> { public init(entries: [E], policy: TimelineReloadPolicy) {} }
public struct TimelineReloadPolicy: Sendable { public static let never = Self() }
public struct TimelineProviderContext {}
public protocol TimelineProvider {
    associatedtype Entry: TimelineEntry
    typealias Context = TimelineProviderContext
    func placeholder(in context: Context) -> Entry
    func getSnapshot(in context: Context, completion: @escaping (Entry) -> Void)
    func getTimeline(in context: Context, completion: @escaping (Timeline<Entry>) -> Void)
}
public struct StaticConfiguration<C: View>: WidgetConfiguration {
    public init<P: TimelineProvider>(kind: String, provider: P, @ViewBuilder content: @escaping @MainActor (P.Entry) -> C) {}
}

public struct ActivityViewContext<A: ActivityAttributes> {
    public var attributes: A { fatalError() }
    public var state: A.ContentState { fatalError() }
}
public struct ActivityConfiguration<A: ActivityAttributes, C: View>: WidgetConfiguration {
    public init(
        for type: A.Type, @ViewBuilder content: @escaping @MainActor (ActivityViewContext<A>) -> C,
        dynamicIsland: @escaping @MainActor (ActivityViewContext<A>) -> DynamicIsland
    ) {}
}
public enum DynamicIslandExpandedRegionPosition: Sendable { case leading, trailing, bottom }
public struct DynamicIslandExpandedRegion<C: View> {
    public init(_ position: DynamicIslandExpandedRegionPosition, @ViewBuilder content: () -> C) {}
}
public struct DynamicIslandRegions {}
@resultBuilder public enum DynamicIslandBuilder {
    public static func buildBlock<each C: View>(_ regions: repeat DynamicIslandExpandedRegion<each C>) -> DynamicIslandRegions { fatalError() }
}
public struct DynamicIsland {
    public init<L: View, T: View, M: View>(
        @DynamicIslandBuilder expanded: () -> DynamicIslandRegions, @ViewBuilder compactLeading: () -> L, @ViewBuilder compactTrailing: () -> T,
        @ViewBuilder minimal: () -> M
    ) {}
}
