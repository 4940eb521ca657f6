// Stands for Apple's AVFoundation: the signatures that the app uses.
@_exported import Dispatch
@_exported import UIKit

public struct AVMediaType: Sendable { public static let video = Self() }
public final class AVCaptureDevice {
    public static func `default`(for type: AVMediaType) -> AVCaptureDevice? { fatalError() }
}
open class AVCaptureInput {}
public final class AVCaptureDeviceInput: AVCaptureInput { public init(device: AVCaptureDevice) throws {} }
open class AVCaptureOutput { public init() {} }
public final class AVCaptureConnection {}
open class AVMetadataObject {
    init() {}
    public struct ObjectType: Sendable { public static let qr = Self() }
}
public final class AVMetadataMachineReadableCodeObject: AVMetadataObject { public var stringValue: String? { fatalError() } }
public protocol AVCaptureMetadataOutputObjectsDelegate: AnyObject {
    func metadataOutput(_ output: AVCaptureMetadataOutput, didOutput objects: [AVMetadataObject], from connection: AVCaptureConnection)
}
public final class AVCaptureMetadataOutput: AVCaptureOutput {
    public override init() {}
    public var metadataObjectTypes: [AVMetadataObject.ObjectType]! { get { fatalError() } set {} }
    public func setMetadataObjectsDelegate(_ delegate: (any AVCaptureMetadataOutputObjectsDelegate)?, queue: DispatchQueue?) {}
}
public final class AVCaptureSession: @unchecked Sendable {
    public init() {}
    public var isRunning: Bool { fatalError() }
    public func canAddInput(_ input: AVCaptureInput) -> Bool { fatalError() }
    public func addInput(_ input: AVCaptureInput) {}
    public func canAddOutput(_ output: AVCaptureOutput) -> Bool { fatalError() }
    public func addOutput(_ output: AVCaptureOutput) {}
    public func startRunning() {}
    public func stopRunning() {}
}
public struct AVLayerVideoGravity: Sendable { public static let resizeAspectFill = Self() }
public final class AVCaptureVideoPreviewLayer: CALayer {
    public init(session: AVCaptureSession) { super.init() }
    public var videoGravity: AVLayerVideoGravity { get { fatalError() } set {} }
}
