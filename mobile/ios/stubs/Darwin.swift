// Stands for what Apple's Darwin, CoreFoundation and Foundation have and Linux does not: the signatures that the app uses.
@_exported import Foundation

public func sysctlbyname(
    _ name: String, _ old: UnsafeMutableRawPointer?, _ size: UnsafeMutablePointer<Int>?, _ new: UnsafeMutableRawPointer?, _ length: Int
) -> Int32 { fatalError() }

public typealias CFTypeRef = AnyObject
public typealias CFData = Data
public typealias CFString = String
public typealias CFDictionary = [String: Any]
public final class CFError {}
public func CFErrorGetCode(_ error: CFError) -> Int { fatalError() }

extension FileManager {
    public func containerURL(forSecurityApplicationGroupIdentifier name: String) -> URL? { fatalError() }
}
extension Data.WritingOptions {
    public static var completeFileProtection: Data.WritingOptions { fatalError() }
}
