// Stands for Apple's UIKit: the signatures that the app uses.
@_exported import SwiftUI

public final class UIColor: Sendable {
    public init(red: CGFloat, green: CGFloat, blue: CGFloat, alpha: CGFloat) {}
    public init(dynamicProvider: @escaping (UITraitCollection) -> UIColor) {}
}
public enum UIUserInterfaceStyle { case unspecified, light, dark }
public final class UITraitCollection { public var userInterfaceStyle: UIUserInterfaceStyle { fatalError() } }
public enum UIKeyboardType: Sendable { case `default`, numbersAndPunctuation }
extension View { public func keyboardType(_ type: UIKeyboardType) -> some View { self } }
extension Color { public nonisolated init(uiColor: UIColor) { fatalError() } }

public struct UIBackgroundTaskIdentifier: Equatable, Sendable { public static let invalid = Self() }
@MainActor public final class UIApplication {
    public static let shared = UIApplication()
    public func beginBackgroundTask(withName: String?, expirationHandler: (@MainActor @Sendable () -> Void)?) -> UIBackgroundTaskIdentifier {
        fatalError()
    }
    public func endBackgroundTask(_ id: UIBackgroundTaskIdentifier) {}
}

open class CALayer {
    public init() {}
    public var frame: CGRect { get { fatalError() } set {} }
    public func addSublayer(_ layer: CALayer) {}
}
@MainActor public final class UIView {
    public var layer: CALayer { fatalError() }
    public var bounds: CGRect { fatalError() }
}
@MainActor open class UIViewController {
    public init(nibName: String?, bundle: Bundle?) {}
    public required init?(coder: NSCoder) {}
    public var view: UIView! { fatalError() }
    open func viewDidLoad() {}
    open func viewDidLayoutSubviews() {}
    open func viewWillAppear(_ animated: Bool) {}
    open func viewWillDisappear(_ animated: Bool) {}
}
public struct UIViewControllerRepresentableContext<R> {}
@MainActor @preconcurrency public protocol UIViewControllerRepresentable: View where Body == Never {
    associatedtype Controller: UIViewController
    typealias Context = UIViewControllerRepresentableContext<Self>
    func makeUIViewController(context: Context) -> Controller
    func updateUIViewController(_ controller: Controller, context: Context)
}
extension UIViewControllerRepresentable { public var body: Never { fatalError() } }
