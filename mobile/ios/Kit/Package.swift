// swift-tools-version:6.0
import PackageDescription

// Everything below Generated is written by test.sh or build-xcframework.sh. On a Mac the core comes as an XCFramework;
// on Linux, where the tests run, it is the library that cargo built, and a C target carries its header.
let generated = "\(Context.packageDirectory)/Generated"

#if os(Linux)
let core: Target = .target(name: "AssistenzDoorFFI", path: "Generated/AssistenzDoorFFI")
let linked: [LinkerSetting] = [
    .unsafeFlags(["-L", "\(generated)/lib", "-Xlinker", "-rpath", "-Xlinker", "\(generated)/lib"]),
    .linkedLibrary("assistenz_bindings"),
]
#else
let core: Target = .binaryTarget(name: "AssistenzDoorFFI", path: "Generated/AssistenzDoorFFI.xcframework")
let linked: [LinkerSetting] = [.linkedFramework("Security"), .linkedFramework("CoreFoundation")]
#endif

let package = Package(
    name: "AssistenzKit",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "AssistenzKit", targets: ["AssistenzKit", "AssistenzDoor"]),
        .library(name: "AssistenzGlance", targets: ["AssistenzGlance"]),
    ],
    targets: [
        core,
        // Generated code stays in language mode 5: mode 6 is for what people write.
        .target(
            name: "AssistenzDoor", dependencies: ["AssistenzDoorFFI"], path: "Generated/AssistenzDoor",
            swiftSettings: [.swiftLanguageMode(.v5)], linkerSettings: linked),
        .target(name: "AssistenzKit", dependencies: ["AssistenzDoor"]),
        // What the widget knows, without the core.
        .target(name: "AssistenzGlance"),
        .testTarget(name: "AssistenzKitTests", dependencies: ["AssistenzKit", "AssistenzDoor", "AssistenzGlance"]),
    ],
    swiftLanguageModes: [.v6]
)
