package de.assistenzzeit.app

import android.content.ComponentName
import android.content.Context
import android.service.quicksettings.Tile
import android.service.quicksettings.TileService
import de.assistenzzeit.door.PhoneException
import de.assistenzzeit.door.SnapshotShift
import de.assistenzzeit.door.readSnapshot
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** Begin and end from the quick settings, one tap. */
class ShiftTile : TileService() {
    override fun onStartListening() {
        val shift = shiftOf(this)
        val tile = qsTile ?: return
        tile.state = when {
            shift == null -> Tile.STATE_UNAVAILABLE
            shift.startedMs == null -> Tile.STATE_INACTIVE
            else -> Tile.STATE_ACTIVE
        }
        tile.label = shift?.button ?: getString(R.string.tile)
        tile.contentDescription = tile.label
        tile.updateTile()
    }

    override fun onClick() {
        val app = AssistenzApp.of(this)
        val shift = shiftOf(this) ?: return
        app.scope.launch {
            withContext(Dispatchers.IO) {
                try {
                    val phone = app.phones.assistant(shift.phone)
                    if (shift.startedMs == null) phone.clockIn() else phone.clockOut()
                } catch (refused: PhoneException) {
                    // Nothing was written. The tile shows what is so, and the app says why.
                }
            }
            onStartListening()
        }
    }

    companion object {
        fun refresh(context: Context) = requestListeningState(context, ComponentName(context, ShiftTile::class.java))
    }
}

/** The shift of the team that is open in the app, from the widget's file; `null` if this device is nobody's phone. */
internal fun shiftOf(context: Context): SnapshotShift? {
    val all = shiftsOf(context)
    return all.firstOrNull { it.startedMs != null } ?: all.firstOrNull { it.phone == AssistenzApp.of(context).memory.phone } ?: all.firstOrNull()
}

/** One row per team; empty if there is none or the file cannot be read. */
internal fun shiftsOf(context: Context): List<SnapshotShift> = try {
    readSnapshot(AssistenzApp.snapshots(context)).shifts
} catch (unreadable: PhoneException) {
    emptyList()
}
