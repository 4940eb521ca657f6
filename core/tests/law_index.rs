//! The table of rules in `core/README.md` is complete and tells the truth.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

struct Row {
    german: String,
    file: String,
}

fn rows() -> Vec<Row> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"))
        .expect("core/README.md is there");
    readme
        .lines()
        .skip_while(|line| !line.starts_with("| rule |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [_, german, _, file] = cells[..] else { panic!("four cells in {line}") };
            Row { german: german.to_owned(), file: file.trim_matches('`').to_owned() }
        })
        .collect()
}

#[test]
fn every_file_of_the_law_has_its_row_in_the_table_and_every_row_its_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law");
    let files: BTreeSet<String> = fs::read_dir(folder)
        .expect("src/law is there")
        .map(|entry| entry.expect("readable").file_name().into_string().expect("UTF-8"))
        .filter(|name| name != "mod.rs")
        .collect();
    assert!(files.iter().all(|name| name.ends_with(".rs")), "the folder is flat: {files:?}");
    let listed: Vec<String> = rows().into_iter().map(|row| row.file).collect();
    assert!(
        listed.windows(2).all(|pair| pair[0] < pair[1]),
        "sorted by file, each once: {listed:?}"
    );
    assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), files);
}

#[test]
fn the_first_line_of_a_file_of_the_law_holds_its_german_term() {
    for row in rows() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law").join(&row.file);
        let text = fs::read_to_string(path).expect("checked by the test above");
        let first = text.lines().next().expect("not empty");
        assert!(first.starts_with("//! "), "{}: {first}", row.file);
        assert!(!row.german.is_empty(), "{}", row.file);
        assert!(first.contains(&row.german), "{}: {} is not in: {first}", row.file, row.german);
    }
}
