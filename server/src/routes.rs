//! Every address of the office, and what stands before all of them.

use crate::credential::passkey::Passkeys;
use crate::error::ApiError;
use crate::fault::{OfficeError, Refusal};
use crate::limits::{self, Buckets};
use crate::office::Office;
use crate::pages;
use crate::resource;
use crate::settings::Settings;
use assistenz_core::document::DeviceId;
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::{Semaphore, watch};
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, OpenApi, Paths, Ref, ResponseBuilder,
};
use utoipa_axum::router::OpenApiRouter;

/// What every handler may reach. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    office: Office,
    settings: Settings,
    /// Address and pin for pairing codes.
    address: String,
    pin: Option<[u8; 32]>,
    secret: [u8; 32],
    strangers: Buckets<IpAddr>,
    devices: Buckets<DeviceId>,
    names: Buckets<String>,
    passkeys: Passkeys,
    slow: Semaphore,
    started: Instant,
    closing: watch::Receiver<bool>,
}

/// The client's address, after proxies.
#[derive(Debug, Clone, Copy)]
struct Client(IpAddr);

impl App {
    /// What the handlers share. `closing` turns true when the office shuts down.
    #[must_use]
    pub fn new(
        office: Office,
        settings: Settings,
        address: String,
        pin: Option<[u8; 32]>,
        secret: [u8; 32],
        closing: watch::Receiver<bool>,
    ) -> Self {
        let (strangers, devices) = (Buckets::new(limits::STRANGER), Buckets::new(limits::DEVICE));
        let started = Instant::now();
        let (names, passkeys) = (Buckets::new(limits::NAME), Passkeys::new(&address));
        Self {
            inner: Arc::new(Inner {
                office,
                settings,
                address,
                pin,
                secret,
                strangers,
                devices,
                names,
                passkeys,
                slow: Semaphore::new(limits::SLOW),
                started,
                closing,
            }),
        }
    }

    /// The office at work.
    #[must_use]
    pub fn office(&self) -> &Office {
        &self.inner.office
    }

    /// The address phones are told.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.inner.address
    }

    /// The key phones are told, where the office brings its own certificate.
    #[must_use]
    pub fn pin(&self) -> Option<[u8; 32]> {
        self.inner.pin
    }

    /// What session nonces are made with.
    #[must_use]
    pub fn secret(&self) -> &[u8; 32] {
        &self.inner.secret
    }

    /// Turns true when the office shuts down.
    #[must_use]
    pub fn closing(&self) -> watch::Receiver<bool> {
        self.inner.closing.clone()
    }

    /// Asks for passkeys and judges the answers.
    #[must_use]
    pub fn passkeys(&self) -> &Passkeys {
        &self.inner.passkeys
    }

    /// Does slow work off the office's threads, few at a time: hashing a
    /// password takes much memory on purpose.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Stopped`] if the program ends meanwhile.
    pub async fn slowly<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, OfficeError> {
        let _place = self.inner.slow.acquire().await.map_err(|_| OfficeError::Stopped)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| OfficeError::Stopped)
    }

    /// Counts a try to sign in under a name, wherever it comes from.
    ///
    /// # Errors
    ///
    /// [`Refusal::TooMany`] after too many.
    pub fn count_name(&self, name: &str) -> Result<(), Refusal> {
        self.inner
            .names
            .take(&name.to_owned(), self.since_start_ms())
            .map_err(|wait| Refusal::TooMany { seconds: wait.as_secs().saturating_add(1) })
    }

    /// Takes back what [`App::count_name`] counted: it was the person.
    pub fn forgive_name(&self, name: &str) {
        self.inner.names.give_back(&name.to_owned());
    }

    fn since_start_ms(&self) -> u64 {
        u64::try_from(self.inner.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Counts a try by an address that nobody vouches for.
    ///
    /// # Errors
    ///
    /// [`Refusal::TooMany`] after too many.
    pub fn count_stranger(&self, parts: &Parts) -> Result<(), Refusal> {
        let Some(Client(address)) = parts.extensions.get() else { return Ok(()) };
        self.inner
            .strangers
            .take(address, self.since_start_ms())
            .map_err(|wait| Refusal::TooMany { seconds: wait.as_secs().saturating_add(1) })
    }

    /// Takes back what [`App::count_stranger`] counted: it was no guess.
    pub fn forgive_stranger(&self, parts: &Parts) {
        if let Some(Client(address)) = parts.extensions.get() {
            self.inner.strangers.give_back(address);
        }
    }

    /// How long this device's next round has to wait.
    #[must_use]
    pub fn pace(&self, device: DeviceId) -> std::time::Duration {
        self.inner.devices.take_slowly(&device, self.since_start_ms())
    }
}

/// Every resource with its description. A new one is one line here.
fn resources() -> OpenApiRouter<App> {
    let about = InfoBuilder::new()
        .title("Assistenzzeit")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some("The office: record, team, devices, plan, months, corrections, approvals, exports, evidence."))
        .build();
    let mut description = OpenApi::new(about, Paths::new());
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    let device = ApiKey::Header(ApiKeyValue::with_description(
        "Authorization",
        "Device <team>.<device>.<nonce>.<signature>",
    ));
    description.components = Some(
        ComponentsBuilder::new()
            .security_scheme("bearer", SecurityScheme::Http(bearer))
            .security_scheme("device", SecurityScheme::ApiKey(device))
            .build(),
    );
    OpenApiRouter::with_openapi(description)
        .merge(resource::health::routes())
        .merge(resource::description::routes())
        .merge(resource::sync::routes())
        .merge(resource::events::routes())
        .merge(resource::pair::routes())
        .merge(resource::pairings::routes())
        .merge(resource::session::routes())
        .merge(resource::team::routes())
        .merge(resource::members::routes())
        .merge(resource::devices::routes())
        .merge(resource::grants::routes())
        .merge(resource::held::routes())
        .merge(resource::seen::routes())
        .merge(resource::evidence::routes())
        .merge(resource::people::routes())
        .merge(resource::contracts::routes())
        .merge(resource::rota::routes())
        .merge(resource::absences::routes())
        .merge(resource::balances::routes())
        .merge(resource::months::routes())
        .merge(resource::corrections::routes())
        .merge(resource::approvals::routes())
        .merge(resource::pay_lines::routes())
        .merge(resource::payroll::routes())
        .merge(resource::questions::routes())
        .merge(resource::exports::routes())
}

/// The description of every address, as served at `/v1/openapi.json`.
#[must_use]
pub fn description() -> OpenApi {
    let mut description = resources().into_openapi();
    for (path, item) in &mut description.paths.paths {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete];
        operations.into_iter().flatten().for_each(|operation| also_answers(path, operation));
    }
    description
}

/// What every member may ask, whatever their role: about themselves.
const FOR_EVERY_MEMBER: [&str; 4] = ["/v1/devices", "/v1/events", "/v1/session", "/v1/team"];

/// The answers that are the same everywhere, said here once: where a resource
/// says more about one of them, its own words stand.
fn also_answers(path: &str, operation: &mut Operation) {
    let signs_in = operation.security.is_some();
    let reads = operation.request_body.is_some();
    let also = [
        (signs_in, "401", "not_signed_in"),
        (signs_in && !FOR_EVERY_MEMBER.contains(&path), "403", "no_right"),
        (path.contains('{'), "404", "not_found"),
        (reads, "413", "too_long"),
        (signs_in, "429", "too_many: after many wrong tokens from this address"),
        (signs_in, "503", "overloaded, closing, disk_full, read_only, busy: come again"),
        (true, "default", "fault, too_slow, https_only; newer_version: update this office"),
    ];
    let content = || {
        let schema = Ref::from_schema_name("ErrorBody");
        ContentBuilder::new().schema(Some(schema)).build()
    };
    for (_, status, words) in also.into_iter().filter(|(given, ..)| *given) {
        let answer = ResponseBuilder::new().description(words);
        let answer = answer.content("application/json", content()).build();
        operation.responses.responses.entry(status.to_owned()).or_insert(answer.into());
    }
}

/// The whole office as a service.
pub fn service(app: App) -> Router {
    let (router, _described) = resources().split_for_parts();
    router
        .merge(pages::routes(&app))
        .fallback_service(pages::elsewhere(&app))
        .method_not_allowed_fallback(|| async { ApiError::from(Refusal::NoSuchMethod) })
        .layer(DefaultBodyLimit::max(limits::BODY_BYTES))
        .layer(middleware::from_fn_with_state(app.clone(), at_the_door))
        .with_state(app)
}

/// Before and after every request: whose it is, how long it may take, and one
/// line in the log without ids, addresses or hours.
async fn at_the_door(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let told = request.headers().get("x-forwarded-for").map(HeaderValue::to_str).transpose();
    let client = match (peer, told) {
        (Some(peer), Ok(told)) => app.inner.settings.client(peer, told).map(Some),
        (None, _) => Ok(None),
        (Some(_), Err(_)) => Err(Refusal::Malformed("X-Forwarded-For")),
    };
    let mut response = match client {
        Ok(client) => {
            client.map(|address| request.extensions_mut().insert(Client(address)));
            match tokio::time::timeout(limits::REQUEST_TIMEOUT, next.run(request)).await {
                Ok(response) => response,
                Err(_) => ApiError::from(Refusal::TooSlow).into_response(),
            }
        }
        Err(refusal) => ApiError::from(refusal).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    tracing::info!(
        %method,
        path = path.as_deref().unwrap_or("-"),
        status = response.status().as_u16(),
        ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        "request"
    );
    response
}
