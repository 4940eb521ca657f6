//! Packs the library's relocations: tables of zones and words are full of
//! addresses, and one plain relocation takes 24 bytes.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let packed = match std::env::var("CARGO_CFG_TARGET_OS").as_deref() {
        // Read by every loader since Android 6.
        Ok("android") => "-Wl,--pack-dyn-relocs=android",
        // By glibc since 2.36.
        Ok("linux") => "-Wl,-z,pack-relative-relocs",
        Ok(_) | Err(_) => return,
    };
    println!("cargo:rustc-cdylib-link-arg={packed}");
}
