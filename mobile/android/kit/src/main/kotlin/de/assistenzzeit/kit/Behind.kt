package de.assistenzzeit.kit

/**
 * What lies behind the screens: one phone's record. Every call blocks until the
 * disk has answered, so it is made off the main thread; [Presenter] sees to that.
 */
interface Behind {
    /** What a place shows now. */
    fun screen(place: Place): Screen

    /** The places at the bottom, for the place that is open. */
    fun tabs(place: Place): List<Tab>

    /** Carries out a tap; when it returns, it is on the disk. */
    fun act(tap: Tap): Told

    /** The sentence for something that went wrong: what happened, and what to do. */
    fun sentence(problem: Throwable): String
}

/** What a tap came to. */
data class Told(val notice: Notice? = null, val then: Then = Then.Stay, val outside: Outside? = null)

/** Where the app goes after a tap. */
sealed interface Then {
    data object Stay : Then

    data object Back : Then

    data class Go(val place: Place) : Then
}

/** Something that only the platform can do. */
sealed interface Outside {
    /** Lets the person choose where files go. */
    data class Save(val files: List<MyFile>) : Outside

    /** Opens the camera until a code has been read, or the person goes back. */
    data object ReadCode : Outside
}

/** One file about me. */
class MyFile(val name: String, val mediaType: String, val bytes: ByteArray)
