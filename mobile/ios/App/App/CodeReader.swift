import AVFoundation
import SwiftUI
import UIKit

/// Reads a pairing code with the camera. No picture is kept; the camera is off as soon as this is left.
struct CodeSheet: View {
    let words: Words
    let onCode: @MainActor (String) -> Void
    let onBack: @MainActor () -> Void

    var body: some View {
        VStack(spacing: 14) {
            Heading(words("pair-scan"))
            CodeReader(onCode: onCode)
                .accessibilityLabel(words("pair-scan"))
            OtherButton(words("back"), action: onBack)
        }
        .padding(16)
    }
}

struct CodeReader: UIViewControllerRepresentable {
    let onCode: @MainActor (String) -> Void

    static var hasCamera: Bool { AVCaptureDevice.default(for: .video) != nil }

    func makeUIViewController(context: Context) -> CodeController { CodeController(onCode: onCode) }

    func updateUIViewController(_ controller: CodeController, context: Context) {}
}

final class CodeController: UIViewController, AVCaptureMetadataOutputObjectsDelegate {
    private let onCode: @MainActor (String) -> Void
    private let session = AVCaptureSession()
    private lazy var preview = AVCaptureVideoPreviewLayer(session: session)

    init(onCode: @escaping @MainActor (String) -> Void) {
        self.onCode = onCode
        super.init(nibName: nil, bundle: nil)
    }

    required init?(coder: NSCoder) { nil }

    override func viewDidLoad() {
        super.viewDidLoad()
        guard let camera = AVCaptureDevice.default(for: .video), let input = try? AVCaptureDeviceInput(device: camera) else { return }
        let output = AVCaptureMetadataOutput()
        guard session.canAddInput(input), session.canAddOutput(output) else { return }
        session.addInput(input)
        session.addOutput(output)
        output.setMetadataObjectsDelegate(self, queue: .main)
        output.metadataObjectTypes = [.qr]
        preview.videoGravity = .resizeAspectFill
        view.layer.addSublayer(preview)
    }

    override func viewDidLayoutSubviews() {
        super.viewDidLayoutSubviews()
        preview.frame = view.bounds
    }

    override func viewWillAppear(_ animated: Bool) {
        super.viewWillAppear(animated)
        // Starting blocks until the camera is there. The system asks for leave here, the first time.
        let session = session
        DispatchQueue.global(qos: .userInitiated).async { session.startRunning() }
    }

    override func viewWillDisappear(_ animated: Bool) {
        super.viewWillDisappear(animated)
        session.stopRunning()
    }

    /// Called on the main queue, as asked above.
    nonisolated func metadataOutput(
        _ output: AVCaptureMetadataOutput, didOutput objects: [AVMetadataObject], from connection: AVCaptureConnection
    ) {
        guard let code = objects.lazy.compactMap({ ($0 as? AVMetadataMachineReadableCodeObject)?.stringValue }).first else { return }
        MainActor.assumeIsolated {
            guard session.isRunning else { return }
            session.stopRunning()
            onCode(code)
        }
    }
}
