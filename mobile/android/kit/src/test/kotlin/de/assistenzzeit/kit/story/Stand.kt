package de.assistenzzeit.kit.story

import de.assistenzzeit.door.KeyVault
import de.assistenzzeit.door.KeyVaultException
import de.assistenzzeit.door.PhoneSetup
import de.assistenzzeit.door.StoryClock
import de.assistenzzeit.kit.Door
import de.assistenzzeit.kit.Memory
import de.assistenzzeit.kit.Place
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.kit.Told
import java.nio.file.Path
import java.security.GeneralSecurityException
import java.security.SecureRandom
import java.time.LocalDateTime
import java.time.ZoneId
import javax.crypto.Cipher
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec

val BERLIN: ZoneId = ZoneId.of("Europe/Berlin")

/** `2026-10-05T08:00` on Berlin's clock, in ms. */
fun at(text: String): Long = LocalDateTime.parse(text).atZone(BERLIN).toInstant().toEpochMilli()

/** The story's clock. */
class Clock(text: String) : StoryClock {
    var ms: Long = at(text)

    fun set(text: String) {
        ms = at(text)
    }

    override fun nowMs(): Long = ms
}

/** Stands for the Android Keystore: the key is not on the disk. */
class Vault : KeyVault {
    private val key = SecretKeySpec(ByteArray(32).also(SecureRandom()::nextBytes), "AES")
    var locked = false

    override fun wrap(secret: ByteArray): ByteArray {
        if (locked) throw KeyVaultException.Locked()
        val cipher = Cipher.getInstance("AES/GCM/NoPadding").apply { init(Cipher.ENCRYPT_MODE, key) }
        return cipher.iv + cipher.doFinal(secret)
    }

    override fun unwrap(wrapped: ByteArray): ByteArray {
        if (locked) throw KeyVaultException.Locked()
        val cipher = Cipher.getInstance("AES/GCM/NoPadding")
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(128, wrapped, 0, 12))
        return try {
            cipher.doFinal(wrapped, 12, wrapped.size - 12)
        } catch (gone: GeneralSecurityException) {
            throw KeyVaultException.Gone()
        }
    }
}

/** A tap that must not be refused: a refusal that the app helps with comes back as a notice and is easily overlooked. */
fun Door.does(tap: Tap): Told = act(tap).also { check(it.notice?.refused != true) { "$tap: ${it.notice?.text}" } }

/** Pairs this phone with the office in a role; the first sitting is part of it. */
fun Door.pair(office: Office, role: String = "assistant") {
    does(Tap.Pair(office.invite(role)))
    val asked = screen(Place.Pairing) as Screen.Pairing
    office.confirm(checkNotNull(asked.digits))
    does(Tap.LookIfPaired(checkNotNull(asked.phone)))
}

/** What an app remembers, for as long as the test runs. */
class Remembered : Memory {
    override var phone: String? = null
    override var language: String? = null
}

fun setup(folder: Path, language: String = "de-DE"): PhoneSetup = PhoneSetup(folder.toString(), "", language, "Europe/Berlin", "1")
