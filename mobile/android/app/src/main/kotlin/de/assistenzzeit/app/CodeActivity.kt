package de.assistenzzeit.app

import android.Manifest.permission.CAMERA
import android.annotation.SuppressLint
import android.app.Activity
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.graphics.ImageFormat
import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CameraManager
import android.media.Image
import android.media.ImageReader
import android.os.Bundle
import android.view.Surface
import android.view.SurfaceHolder
import android.view.SurfaceView
import com.google.zxing.BinaryBitmap
import com.google.zxing.PlanarYUVLuminanceSource
import com.google.zxing.ReaderException
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader

/** Reads a pairing code with the camera. No picture is kept; the camera is off as soon as this is left. */
class CodeActivity : Activity(), SurfaceHolder.Callback {
    private var camera: CameraDevice? = null
    private val pictures = ImageReader.newInstance(1280, 720, ImageFormat.YUV_420_888, 2)

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setTitle(R.string.read_code)
        if (checkSelfPermission(CAMERA) == PERMISSION_GRANTED) look() else requestPermissions(arrayOf(CAMERA), 0)
    }

    override fun onRequestPermissionsResult(request: Int, permissions: Array<out String>, results: IntArray) {
        if (results.firstOrNull() == PERMISSION_GRANTED) look() else finish()
    }

    private fun look() = setContentView(SurfaceView(this).apply { holder.addCallback(this@CodeActivity) })

    @SuppressLint("MissingPermission")
    override fun surfaceCreated(holder: SurfaceHolder) {
        val cameras = getSystemService(CameraManager::class.java)
        val back = cameras.cameraIdList.firstOrNull {
            cameras.getCameraCharacteristics(it).get(CameraCharacteristics.LENS_FACING) == CameraCharacteristics.LENS_FACING_BACK
        } ?: cameras.cameraIdList.firstOrNull() ?: return finish()
        pictures.setOnImageAvailableListener({ it.acquireLatestImage()?.use(::read) }, null)
        cameras.openCamera(back, object : CameraDevice.StateCallback() {
            override fun onOpened(opened: CameraDevice) {
                camera = opened
                begin(opened, listOf(holder.surface, pictures.surface))
            }

            override fun onDisconnected(lost: CameraDevice) = finish()

            override fun onError(failed: CameraDevice, error: Int) = finish()
        }, null)
    }

    @Suppress("DEPRECATION") // its successor needs Android 9
    private fun begin(camera: CameraDevice, surfaces: List<Surface>) {
        camera.createCaptureSession(surfaces, object : CameraCaptureSession.StateCallback() {
            override fun onConfigured(session: CameraCaptureSession) {
                val request = camera.createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW)
                surfaces.forEach(request::addTarget)
                session.setRepeatingRequest(request.build(), null, null)
            }

            override fun onConfigureFailed(session: CameraCaptureSession) = finish()
        }, null)
    }

    private fun read(picture: Image) {
        val plane = picture.planes[0]
        val grey = ByteArray(plane.buffer.remaining()).also(plane.buffer::get)
        val source = PlanarYUVLuminanceSource(grey, plane.rowStride, picture.height, 0, 0, picture.width, picture.height, false)
        val code = try {
            QRCodeReader().decode(BinaryBitmap(HybridBinarizer(source))).text
        } catch (nothing: ReaderException) {
            return
        }
        setResult(RESULT_OK, Intent().putExtra(CODE, code))
        finish()
    }

    override fun surfaceChanged(holder: SurfaceHolder, format: Int, width: Int, height: Int) = Unit

    override fun surfaceDestroyed(holder: SurfaceHolder) {
        camera?.close()
        camera = null
    }

    override fun onDestroy() {
        camera?.close()
        pictures.close()
        super.onDestroy()
    }

    companion object {
        const val CODE = "code"
    }
}
