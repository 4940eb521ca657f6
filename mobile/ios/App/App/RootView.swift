import AssistenzKit
import SwiftUI

/// The window: the screen, the camera for a pairing code, the choice of a place for files.
struct RootView: View {
    @Bindable var shell: Shell

    var body: some View {
        content
            .environment(\.words, shell.words)
            .environment(\.layoutDirection, shell.rightToLeft ? .rightToLeft : .leftToRight)
            .environment(\.locale, Locale(identifier: shell.language))
            .sheet(isPresented: $shell.reading) { CodeSheet(words: shell.words, onCode: shell.read, onBack: { shell.reading = false }) }
            .fileMover(isPresented: $shell.saving, files: shell.files, onCompletion: { _ in shell.saved() }, onCancellation: shell.saved)
    }

    @ViewBuilder private var content: some View {
        if let closed = shell.closed {
            VStack(spacing: 14) {
                Text(closed)
                OtherButton("OK") { shell.refresh() }
            }
            .padding(16)
        } else if let shown = shell.shown {
            Frame(shown: shown, onTap: shell.on)
        } else {
            ProgressView()
        }
    }
}
