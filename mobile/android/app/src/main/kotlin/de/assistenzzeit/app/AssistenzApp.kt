package de.assistenzzeit.app

import android.app.Application
import android.content.Context
import android.os.Build
import android.provider.Settings
import de.assistenzzeit.door.ChangeListener
import de.assistenzzeit.door.PhoneSetup
import de.assistenzzeit.door.Phones
import de.assistenzzeit.door.Topic
import de.assistenzzeit.kit.Door
import de.assistenzzeit.kit.Memory
import de.assistenzzeit.kit.Presenter
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.launch
import java.time.ZoneId
import java.util.Locale

/** The one process of the app: opens the phones once and tells everyone who shows something of them. */
class AssistenzApp : Application() {
    val scope: CoroutineScope = MainScope()

    /** Opened on first use, never on the main thread: opening reads the disk and the key store. */
    val phones: Phones by lazy { open() }

    val memory: Memory by lazy { StoredMemory(this) }

    private var presenter: Presenter? = null

    override fun onCreate() {
        super.onCreate()
        SyncJob.everyDay(this)
    }

    /** The presenter of the screens; call it on the main thread, after [phones] was opened. */
    fun presenter(): Presenter = presenter ?: Presenter(
        Door(phones, memory, camera = packageManager.hasSystemFeature("android.hardware.camera.any")),
        scope,
        Dispatchers.IO,
    ).also { presenter = it }

    private fun open(): Phones {
        val setup = PhoneSetup(
            folder = filesDir.path,
            snapshotFolder = "",
            language = memory.language ?: Locale.getDefault().toLanguageTag(),
            zone = ZoneId.systemDefault().id,
            boot = Settings.Global.getInt(contentResolver, Settings.Global.BOOT_COUNT, 0).toString(),
        )
        val opened = Phones.open(setup, KeystoreVault())
        opened.listen(object : ChangeListener {
            override fun changed(phone: String, topics: List<Topic>) {
                scope.launch { changed() }
                if (Topic.TIME in topics && unsent()) SyncJob.soon(this@AssistenzApp)
            }
        })
        return opened
    }

    private fun unsent(): Boolean = shiftsOf(this).any { it.unsentCount > 0u }

    private fun changed() {
        presenter?.refresh()
        ShiftWidget.refresh(this)
        ShiftTile.refresh(this)
        DutyNotification.refresh(this)
    }

    companion object {
        fun of(context: Context): AssistenzApp = context.applicationContext as AssistenzApp

        /** Where the widget's file lies. */
        fun snapshots(context: Context): String = context.filesDir.path + "/snapshots"

        val expedited: Boolean get() = Build.VERSION.SDK_INT >= Build.VERSION_CODES.S
    }
}

/** Two words the app remembers; neither says who anybody is. */
private class StoredMemory(context: Context) : Memory {
    private val file = context.getSharedPreferences("memory", Context.MODE_PRIVATE)

    override var phone: String?
        get() = file.getString("phone", null)
        set(value) = file.edit().putString("phone", value).apply()

    override var language: String?
        get() = file.getString("language", null)
        set(value) = file.edit().putString("language", value).apply()
}
