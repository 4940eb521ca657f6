package de.assistenzzeit.app

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import android.security.keystore.UserNotAuthenticatedException
import de.assistenzzeit.door.KeyVault
import de.assistenzzeit.door.KeyVaultException
import java.security.GeneralSecurityException
import java.security.KeyStore
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** AES-256-GCM under a key that never leaves the Android Keystore; no unlock is asked for, so that a tile works at once. */
class KeystoreVault : KeyVault {
    override fun wrap(secret: ByteArray): ByteArray = guarded {
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.ENCRYPT_MODE, key() ?: make())
        cipher.iv + cipher.doFinal(secret)
    }

    override fun unwrap(wrapped: ByteArray): ByteArray = guarded {
        if (wrapped.size <= IV_BYTES) throw KeyVaultException.Gone()
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.DECRYPT_MODE, key() ?: throw KeyVaultException.Gone(), GCMParameterSpec(TAG_BITS, wrapped, 0, IV_BYTES))
        cipher.doFinal(wrapped, IV_BYTES, wrapped.size - IV_BYTES)
    }

    private fun key(): SecretKey? = KeyStore.getInstance(STORE).run {
        load(null)
        getKey(NAME, null) as SecretKey?
    }

    private fun make(): SecretKey {
        val spec = KeyGenParameterSpec.Builder(NAME, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).run {
            init(spec)
            generateKey()
        }
    }

    private fun <T> guarded(work: () -> T): T = try {
        work()
    } catch (locked: UserNotAuthenticatedException) {
        throw KeyVaultException.Locked()
    } catch (gone: KeyPermanentlyInvalidatedException) {
        throw KeyVaultException.Gone()
    } catch (gone: AEADBadTagException) {
        throw KeyVaultException.Gone()
    } catch (failed: GeneralSecurityException) {
        throw KeyVaultException.Failed()
    }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val NAME = "assistenzzeit"
        const val CIPHER = "AES/GCM/NoPadding"
        const val IV_BYTES = 12
        const val TAG_BITS = 128
    }
}
