//! The flat records of the screens: defined in `assistenz_core::view::phone`,
//! here given to the other languages.

/// Opens the door to each record.
macro_rules! remote {
    () => {};
    ($(#[$doc:meta])* pub enum $name:ident { $($body:tt)* } $($rest:tt)*) => {
        pub use assistenz_core::view::phone::$name;
        $(#[$doc])*
        #[uniffi::remote(Enum)]
        pub enum $name { $($body)* }
        remote! { $($rest)* }
    };
    ($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* } $($rest:tt)*) => {
        pub use assistenz_core::view::phone::$name;
        $(#[$doc])*
        #[uniffi::remote(Record)]
        pub struct $name { $($body)* }
        remote! { $($rest)* }
    };
}

assistenz_core::phone_day_records!(remote);
assistenz_core::phone_month_records!(remote);
assistenz_core::phone_employer_records!(remote);
