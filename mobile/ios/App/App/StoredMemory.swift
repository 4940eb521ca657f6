import AssistenzKit
import Foundation

/// Two words the app remembers; neither says who anybody is.
final class StoredMemory: Memory {
    static let shared = StoredMemory()

    var phone: String? {
        get { UserDefaults.standard.string(forKey: "phone") }
        set { UserDefaults.standard.set(newValue, forKey: "phone") }
    }

    var language: String? {
        get { UserDefaults.standard.string(forKey: "language") }
        set { UserDefaults.standard.set(newValue, forKey: "language") }
    }
}
