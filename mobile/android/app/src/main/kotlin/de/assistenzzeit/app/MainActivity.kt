package de.assistenzzeit.app

import android.app.Activity
import android.content.Intent
import android.nfc.NfcAdapter
import android.os.Build
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.BackHandler
import androidx.activity.compose.setContent
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import de.assistenzzeit.kit.MyFile
import de.assistenzzeit.kit.Outside
import de.assistenzzeit.kit.Place
import de.assistenzzeit.kit.Presenter
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.App
import de.assistenzzeit.ui.Look
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** The screens. What they show and what a tap does is decided behind the [Presenter]. */
class MainActivity : ComponentActivity() {
    private val app get() = AssistenzApp.of(this)
    private var presenter: Presenter? = null
    private var listening: Job? = null
    private var toSave: List<MyFile> = emptyList()

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        app.scope.launch {
            withContext(Dispatchers.IO) { app.phones }
            val ready = app.presenter()
            presenter = ready
            show(ready)
            if (savedInstanceState == null) arrive(intent)
        }
    }

    private fun show(presenter: Presenter) {
        setContent {
            val shown by presenter.shown.collectAsState()
            val rightToLeft = app.phones.languages().any { it.code == app.phones.language() && it.rightToLeft }
            Look(app.phones::label, rightToLeft) {
                shown?.let { now ->
                    BackHandler(now.canGoBack) { presenter.on(Tap.Back) }
                    App(now, presenter::on)
                }
            }
        }
        listening = app.scope.launch {
            presenter.outside.collect { wish ->
                when (wish) {
                    is Outside.Save -> save(wish.files)
                    Outside.ReadCode -> startActivityForResult(Intent(this@MainActivity, CodeActivity::class.java), READ_CODE)
                }
            }
        }
    }

    override fun onResume() {
        super.onResume()
        presenter?.refresh()
        askOnce()
    }

    /** For the notification of a running shift; asked once, after pairing, and never again. */
    private fun askOnce() {
        val asked = getPreferences(MODE_PRIVATE)
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU || app.memory.phone == null || asked.getBoolean("asked", false)) return
        asked.edit().putBoolean("asked", true).apply()
        requestPermissions(arrayOf("android.permission.POST_NOTIFICATIONS"), 0)
    }

    override fun onDestroy() {
        listening?.cancel()
        super.onDestroy()
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        arrive(intent)
    }

    /** Shortcuts and tags lead to a place; a tag never clocks in by itself. */
    private fun arrive(intent: Intent) {
        when (intent.action) {
            "de.assistenzzeit.LATE" -> presenter?.on(Tap.Open(Place.LateEntry))
            "de.assistenzzeit.TODAY" -> presenter?.on(Tap.Open(Place.Today))
            NfcAdapter.ACTION_NDEF_DISCOVERED -> presenter?.arrive(Place.Today, app.phones.label("confirm-tag"))
        }
    }

    /** One file after the other goes where the person says. */
    private fun save(files: List<MyFile>) {
        toSave = files
        val next = files.firstOrNull() ?: return
        val wish = Intent(Intent.ACTION_CREATE_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE)
            .setType(next.mediaType).putExtra(Intent.EXTRA_TITLE, next.name)
        startActivityForResult(wish, SAVE_FILE)
    }

    override fun onActivityResult(request: Int, result: Int, data: Intent?) {
        super.onActivityResult(request, result, data)
        if (result != Activity.RESULT_OK) return
        when (request) {
            READ_CODE -> data?.getStringExtra(CodeActivity.CODE)?.let { presenter?.on(Tap.Pair(it)) }
            SAVE_FILE -> {
                val (file, rest) = toSave.first() to toSave.drop(1)
                val place = data?.data ?: return
                app.scope.launch {
                    withContext(Dispatchers.IO) { contentResolver.openOutputStream(place)?.use { it.write(file.bytes) } }
                    save(rest)
                }
            }
        }
    }

    private companion object {
        const val READ_CODE = 1
        const val SAVE_FILE = 2
    }
}
