@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.activity

/** Stands in for androidx.activity when the glue is compiled without Android's own repository. Never shipped. */
open class ComponentActivity : android.app.Activity()
