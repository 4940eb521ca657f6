//! Static files: built in, compressed once, served under a name that holds a
//! hash of the content, so that a browser may keep them for a year.

use crate::routes::App;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::io::Write;
use std::sync::OnceLock;

/// Name, type, content. Styles may name other files as `url(name)`; those
/// stand before them.
const FILES: &[(&str, &str, &[u8])] = &[
    ("atkinson-latin.woff2", "font/woff2", include_bytes!("../../web/static/atkinson-latin.woff2")),
    (
        "atkinson-latin-ext.woff2",
        "font/woff2",
        include_bytes!("../../web/static/atkinson-latin-ext.woff2"),
    ),
    ("office.js", "text/javascript; charset=utf-8", include_bytes!("../../web/static/office.js")),
    ("icon.svg", "image/svg+xml", include_bytes!("../../web/static/icon.svg")),
    ("kern.min.css", "text/css; charset=utf-8", include_bytes!("../../web/static/kern.min.css")),
    ("office.css", "text/css; charset=utf-8", include_bytes!("../../web/static/office.css")),
];

struct Asset {
    name: &'static str,
    kind: &'static str,
    address: String,
    plain: Cow<'static, [u8]>,
    /// Where compressing pays.
    gzip: Option<Vec<u8>>,
}

fn all() -> &'static [Asset] {
    static ASSETS: OnceLock<Vec<Asset>> = OnceLock::new();
    ASSETS.get_or_init(|| {
        let mut made: Vec<Asset> = Vec::new();
        for &(name, kind, bytes) in FILES {
            let plain = if kind.starts_with("text/css") && name == "office.css" {
                let mut text = String::from_utf8_lossy(bytes).into_owned();
                for other in &made {
                    let named = format!("url({})", other.name);
                    text = text.replace(&named, &format!("url({})", other.address));
                }
                Cow::Owned(text.into_bytes())
            } else {
                Cow::Borrowed(bytes)
            };
            let hash = hex::encode(Sha256::digest(&plain));
            let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
            let address = format!("/static/{stem}.{}.{ending}", &hash[..12]);
            let gzip = if kind.starts_with("font/") { None } else { compress(&plain, 9) };
            made.push(Asset { name, kind, address, plain, gzip });
        }
        made
    })
}

/// Compressed, unless that fails or makes it longer.
pub(crate) fn compress(bytes: &[u8], level: u32) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().filter(|short| short.len() < bytes.len())
}

/// Whether the browser takes gzip.
pub(crate) fn takes_gzip(headers: &HeaderMap) -> bool {
    let said = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    said.is_some_and(|said| {
        said.split(',').any(|one| {
            let (name, weight) = one.split_once(';').unwrap_or((one, ""));
            name.trim().eq_ignore_ascii_case("gzip") && weight.replace(' ', "") != "q=0"
        })
    })
}

/// The address of a static file, by its name in `server/web/static`.
#[must_use]
pub(crate) fn address(name: &str) -> &'static str {
    all().iter().find(|asset| asset.name == name).map_or("/static/", |asset| &asset.address)
}

/// The address of every static file, for the service worker to keep.
pub(crate) fn addresses() -> Vec<&'static str> {
    all().iter().map(|asset| asset.address.as_str()).collect()
}

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/static/{name}", get(file))
}

async fn file(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let found =
        all().iter().find(|asset| asset.address.strip_prefix("/static/") == Some(name.as_str()));
    let Some(asset) = found else { return StatusCode::NOT_FOUND.into_response() };
    let (bytes, packed) = match &asset.gzip {
        Some(gzip) if takes_gzip(&headers) => (gzip.as_slice(), true),
        Some(_) | None => (&*asset.plain, false),
    };
    let mut response = bytes.to_vec().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_an_address_of_its_own_that_changes_with_its_content() {
        for (name, _, _) in FILES {
            let address = address(name);
            assert!(address.starts_with("/static/") && address.len() > name.len() + 8, "{address}");
        }
    }

    #[test]
    fn the_styles_name_files_that_are_there() {
        let styles = all().iter().find(|asset| asset.name == "office.css").expect("our styles");
        let text = String::from_utf8_lossy(&styles.plain);
        for url in text.split("url(").skip(1) {
            let url = url.split(')').next().unwrap_or_default();
            assert!(all().iter().any(|asset| asset.address == url), "{url} is not served");
        }
    }
}
