import AppIntents
import AssistenzGlance
import SwiftUI
import WidgetKit

/// The running shift on the home and the lock screen, with the one button of the day. It reads one small file.
struct ShiftWidget: Widget {
    var body: some WidgetConfiguration {
        StaticConfiguration(kind: "shift", provider: ShiftTimeline()) { entry in
            ShiftFace(shift: entry.shift)
                .containerBackground(Look.page.ground, for: .widget)
        }
        .configurationDisplayName("widget")
        .supportedFamilies([.systemSmall, .systemMedium, .accessoryRectangular])
    }
}

struct ShiftEntry: TimelineEntry {
    let date: Date
    let shift: Glance?
}

/// One entry that stays: the clock in it is counted by the system, and the app says when something has changed.
struct ShiftTimeline: TimelineProvider {
    func placeholder(in context: Context) -> ShiftEntry { ShiftEntry(date: .now, shift: nil) }

    func getSnapshot(in context: Context, completion: @escaping (ShiftEntry) -> Void) {
        completion(ShiftEntry(date: .now, shift: AppGroup.shift))
    }

    func getTimeline(in context: Context, completion: @escaping (Timeline<ShiftEntry>) -> Void) {
        completion(Timeline(entries: [ShiftEntry(date: .now, shift: AppGroup.shift)], policy: .never))
    }
}

struct ShiftFace: View {
    let shift: Glance?
    @Environment(\.widgetFamily) private var family

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Text(shift?.headline ?? "Assistenzzeit").font(.headline)
            if let started = shift?.startedMs {
                RunningTime(startedMs: started).font(.title2)
            }
            if let shift, family != .accessoryRectangular {
                Button(intent: ShiftIntent(begins: shift.startedMs == nil, phone: shift.phone)) {
                    Text(shift.button)
                        .font(.headline)
                        .frame(maxWidth: .infinity, minHeight: 44)
                }
                .buttonStyle(FilledStyle(colours: shift.startedMs == nil ? Look.act : Look.running, corner: 14))
            }
        }
        .frame(maxWidth: .infinity, maxHeight: .infinity, alignment: .leading)
        .foregroundStyle(Look.page.ink)
    }
}
