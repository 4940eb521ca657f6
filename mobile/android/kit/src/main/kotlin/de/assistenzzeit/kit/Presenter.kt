package de.assistenzzeit.kit

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.SharedFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asSharedFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext

/**
 * Taps in, screens out. Knows where the person is and what was last said;
 * everything else is asked from [Behind], on [io] and never on the main thread.
 *
 * [scope] must run on one thread (the main one); the state is only touched there.
 */
class Presenter(
    private val behind: Behind,
    private val scope: CoroutineScope,
    private val io: CoroutineDispatcher,
    start: Place = Place.Today,
) {
    private val places = ArrayDeque(listOf(start))
    private var notice: Notice? = null
    private var acting = false
    private var syncing = false
    private val reading = Mutex()
    private val state = MutableStateFlow<Shown?>(null)
    private val events = MutableSharedFlow<Outside>(extraBufferCapacity = 8, onBufferOverflow = BufferOverflow.SUSPEND)

    /** What is shown; `null` until the first screen has been read. */
    val shown: StateFlow<Shown?> = state.asStateFlow()

    /** What the platform is asked to do. */
    val outside: SharedFlow<Outside> = events.asSharedFlow()

    init {
        refresh()
    }

    fun on(tap: Tap) {
        when (tap) {
            is Tap.Open -> open(tap.place)
            Tap.Back -> back()
            Tap.NoticeRead -> say(null)
            Tap.SyncNow -> if (!syncing) sync()
            // A hand that taps twice taps once: what comes while the first tap is being written is dropped.
            else -> if (!acting) act(tap)
        }
    }

    /** Reads the screen again: after a change, and when the app comes to the front. */
    fun refresh() {
        scope.launch { read() }
    }

    /** Something outside led to a place, a tag at the door for instance; [words] say what to do now. Nothing is written. */
    fun arrive(place: Place, words: String) = open(place, Notice(words))

    private fun open(place: Place, words: Notice? = null) {
        notice = words
        if (place in HOMES) places.clear()
        places.addLast(place)
        refresh()
    }

    private fun back() {
        notice = null
        if (places.size > 1) places.removeLast()
        refresh()
    }

    private fun say(words: Notice?) {
        notice = words
        state.value = state.value?.copy(notice = words)
    }

    private fun act(tap: Tap) {
        acting = true
        state.value = state.value?.copy(busy = true)
        scope.launch {
            try {
                told(withContext(io) { attempt { behind.act(tap) } })
            } finally {
                acting = false
            }
            read()
        }
    }

    /** A sitting with the office may take long; the person goes on working meanwhile. */
    private fun sync() {
        syncing = true
        scope.launch {
            try {
                notice = withContext(io) { attempt { behind.act(Tap.SyncNow) } }.notice
            } finally {
                syncing = false
            }
            read()
        }
    }

    private suspend fun told(told: Told) {
        notice = told.notice
        when (val then = told.then) {
            Then.Stay -> Unit
            Then.Back -> if (places.size > 1) places.removeLast()
            is Then.Go -> {
                if (then.place in HOMES) places.clear()
                places.addLast(then.place)
            }
        }
        told.outside?.let { events.emit(it) }
    }

    /** The place asked for last is the one that is shown, however long another took to read. */
    private suspend fun read() = reading.withLock {
        val place = places.last()
        val read = withContext(io) {
            try {
                Result.success(behind.screen(place) to behind.tabs(place))
            } catch (problem: Exception) {
                Result.failure(Refused(behind.sentence(problem)))
            }
        }
        read.onSuccess { (screen, tabs) ->
            state.value = Shown(screen, tabs, notice, acting, canGoBack = places.size > 1)
        }.onFailure { refused ->
            // The place cannot be shown: say why, and stay where the person was.
            if (places.size > 1) places.removeLast()
            notice = Notice(refused.message.orEmpty(), refused = true)
            state.value = state.value?.copy(notice = notice, busy = acting)
        }
    }

    private fun attempt(call: () -> Told): Told = try {
        call()
    } catch (problem: Exception) {
        Told(Notice(behind.sentence(problem), refused = true))
    }

    private class Refused(sentence: String) : Exception(sentence)

    private companion object {
        /** Where there is no way back from. */
        val HOMES = setOf(Place.Today, Place.Plan, Place.Month(null), Place.More, Place.Waiting)
    }
}
