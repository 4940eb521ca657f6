// Stands for Apple's Security: the signatures that the app uses.
@_exported import Darwin

public final class SecKey {}
public final class SecAccessControl {}
public struct SecKeyAlgorithm: Sendable { public static let eciesEncryptionCofactorVariableIVX963SHA256AESGCM = Self() }
public struct SecAccessControlCreateFlags: Sendable { public static let privateKeyUsage = Self() }
public typealias OSStatus = Int32
public let errSecSuccess: OSStatus = 0
public let errSecItemNotFound: OSStatus = -25300
public let errSecInteractionNotAllowed: OSStatus = -25308
public let kSecClass = "", kSecClassKey = "", kSecAttrApplicationTag = "", kSecAttrKeyType = "", kSecAttrKeyTypeECSECPrimeRandom = ""
public let kSecReturnRef = "", kSecAttrIsPermanent = "", kSecAttrAccessControl = "", kSecAttrKeySizeInBits = "", kSecAttrTokenID = ""
public let kSecAttrTokenIDSecureEnclave = "", kSecPrivateKeyAttrs = "", kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly = ""

public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { fatalError() }
public func SecKeyCopyPublicKey(_ key: SecKey) -> SecKey? { fatalError() }
public func SecKeyCreateRandomKey(_ wish: CFDictionary, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?) -> SecKey? { fatalError() }
public func SecKeyCreateEncryptedData(
    _ key: SecKey, _ scheme: SecKeyAlgorithm, _ data: CFData, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> CFData? { fatalError() }
public func SecKeyCreateDecryptedData(
    _ key: SecKey, _ scheme: SecKeyAlgorithm, _ data: CFData, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> CFData? { fatalError() }
public func SecAccessControlCreateWithFlags(
    _ allocator: AnyObject?, _ protection: String, _ flags: SecAccessControlCreateFlags, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> SecAccessControl? { fatalError() }
