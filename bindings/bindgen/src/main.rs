//! Writes the Kotlin, Swift and Python side of the door from the built library:
//! `assistenz-bindgen LIBRARY OUT [kotlin|swift|python …]`, by default all three.

use std::process::ExitCode;
use uniffi::{GenerateOptions, TargetLanguage, generate};

const USAGE: &str = "assistenz-bindgen LIBRARY OUT [kotlin|swift|python …]";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(library), Some(out)) = (arguments.next(), arguments.next()) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let mut languages: Vec<String> = arguments.collect();
    if languages.is_empty() {
        languages = ["kotlin", "swift", "python"].map(str::to_owned).to_vec();
    }
    for language in languages {
        let target = match language.as_str() {
            "kotlin" => TargetLanguage::Kotlin,
            "swift" => TargetLanguage::Swift,
            "python" => TargetLanguage::Python,
            _ => {
                eprintln!("{USAGE}");
                return ExitCode::from(2);
            }
        };
        let options = GenerateOptions {
            languages: vec![target],
            source: library.clone().into(),
            out_dir: format!("{out}/{language}").into(),
            ..GenerateOptions::default()
        };
        if let Err(error) = generate(options) {
            eprintln!("{language}: {error:#}");
            return ExitCode::from(3);
        }
    }
    ExitCode::SUCCESS
}
