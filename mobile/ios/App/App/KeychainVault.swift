import AssistenzDoor
import Foundation
import Security

/// Wraps the two secrets of the record with a key that never leaves the Secure Enclave (P-256, ECIES with AES-GCM).
/// It can be used after the first unlock since the phone was started, so that a widget and a background sync work at once,
/// and on this device only.
final class KeychainVault: KeyVault {
    private let tag = Data("de.assistenzzeit.record".utf8)
    private let scheme = SecKeyAlgorithm.eciesEncryptionCofactorVariableIVX963SHA256AESGCM

    func wrap(secret: Data) throws -> Data {
        guard let own = try key() ?? make(), let open = SecKeyCopyPublicKey(own) else { throw KeyVaultError.Failed }
        guard let wrapped = SecKeyCreateEncryptedData(open, scheme, secret as CFData, nil) else { throw KeyVaultError.Failed }
        return wrapped as Data
    }

    func unwrap(wrapped: Data) throws -> Data {
        guard let own = try key() else { throw KeyVaultError.Gone }
        var problem: Unmanaged<CFError>?
        if let secret = SecKeyCreateDecryptedData(own, scheme, wrapped as CFData, &problem) { return secret as Data }
        let code = problem.map { CFErrorGetCode($0.takeRetainedValue()) }
        throw code == Int(errSecInteractionNotAllowed) ? KeyVaultError.Locked : KeyVaultError.Failed
    }

    /// The key; nil if there is none yet.
    private func key() throws -> SecKey? {
        let query: [String: Any] = [
            kSecClass as String: kSecClassKey,
            kSecAttrApplicationTag as String: tag,
            kSecAttrKeyType as String: kSecAttrKeyTypeECSECPrimeRandom,
            kSecReturnRef as String: true,
        ]
        var found: CFTypeRef?
        switch SecItemCopyMatching(query as CFDictionary, &found) {
        case errSecSuccess: return (found as! SecKey)  // swift-format-ignore: NeverForceUnwrap
        case errSecItemNotFound: return nil
        case errSecInteractionNotAllowed: throw KeyVaultError.Locked
        default: throw KeyVaultError.Failed
        }
    }

    private func make() throws -> SecKey? {
        let access = SecAccessControlCreateWithFlags(nil, kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly, .privateKeyUsage, nil)
        guard let access else { throw KeyVaultError.Failed }
        let own: [String: Any] = [
            kSecAttrIsPermanent as String: true,
            kSecAttrApplicationTag as String: tag,
            kSecAttrAccessControl as String: access,
        ]
        let wish: [String: Any] = [
            kSecAttrKeyType as String: kSecAttrKeyTypeECSECPrimeRandom,
            kSecAttrKeySizeInBits as String: 256,
            kSecAttrTokenID as String: kSecAttrTokenIDSecureEnclave,
            kSecPrivateKeyAttrs as String: own,
        ]
        return SecKeyCreateRandomKey(wish as CFDictionary, nil)
    }
}
