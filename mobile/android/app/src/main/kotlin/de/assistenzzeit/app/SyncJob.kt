package de.assistenzzeit.app

import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.app.job.JobService
import android.content.ComponentName
import android.content.Context
import de.assistenzzeit.door.PhoneException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** A sitting with each office: soon after something was recorded, and a few times a day. Safe to kill at any moment. */
class SyncJob : JobService() {
    private var running: Job? = null

    override fun onStartJob(parameters: JobParameters): Boolean {
        val app = AssistenzApp.of(this)
        running = app.scope.launch(Dispatchers.IO) {
            val again = try {
                app.phones.employers().map { team ->
                    if (team.worksHere) app.phones.assistant(team.id).syncNow(DEADLINE_MS) else app.phones.employer(team.id).syncNow(DEADLINE_MS)
                }.any { it.more }
            } catch (later: PhoneException) {
                true
            }
            jobFinished(parameters, again)
        }
        return true
    }

    override fun onStopJob(parameters: JobParameters): Boolean {
        running?.cancel()
        return true
    }

    companion object {
        private const val SOON = 1
        private const val EVERY_DAY = 2
        private const val SIX_HOURS_MS = 6 * 60 * 60 * 1000L
        private const val DEADLINE_MS: ULong = 25_000uL

        fun soon(context: Context) {
            val job = job(context, SOON)
            if (AssistenzApp.expedited) job.setExpedited(true)
            schedule(context, job)
        }

        fun everyDay(context: Context) = schedule(context, job(context, EVERY_DAY).setPeriodic(SIX_HOURS_MS).setPersisted(true))

        private fun job(context: Context, id: Int) =
            JobInfo.Builder(id, ComponentName(context, SyncJob::class.java)).setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY)

        private fun schedule(context: Context, job: JobInfo.Builder) {
            context.getSystemService(JobScheduler::class.java).schedule(job.build())
        }
    }
}
