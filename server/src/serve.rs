//! Listening: sockets, certificate, limits of connections, and an orderly end.

use crate::fault::{OfficeError, Refusal};
use crate::folder::{Folder, FolderError};
use crate::limits;
use crate::office::Office;
use crate::ports::World;
use crate::read_ahead::keep_reading;
use crate::routes::{self, App};
use crate::settings::{Settings, Speech};
use crate::tls::{self, TlsError};
use axum_server::accept::{Accept, DefaultAcceptor};
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use axum_server::{Handle, Server};
use std::future::Future;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;

/// How long requests under way may take when the office closes.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// Why an office cannot be served.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The settings do not go together.
    #[error(transparent)]
    Settings(#[from] Refusal),
    /// The folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The record cannot be used.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// No certificate.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// An address cannot be listened on.
    #[error("cannot listen on {address}")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A listener broke.
    #[error("a listener broke")]
    Broke(#[source] io::Error),
}

/// An office that listens.
#[derive(Debug)]
pub struct Serving {
    /// Where it listens, with the ports it got.
    pub addresses: Vec<SocketAddr>,
    /// What phones are told.
    pub address: String,
    /// The key phones are told, where the office brings its own certificate.
    pub pin: Option<[u8; 32]>,
    app: App,
    listeners: JoinSet<io::Result<()>>,
    handles: Vec<Handle<SocketAddr>>,
    closing: watch::Sender<bool>,
    /// Reads ahead; is ended with the listeners.
    ahead: tokio::task::JoinHandle<()>,
    threads: crate::office::Threads,
    _lock: crate::folder::Serving,
}

impl Serving {
    /// Opens the folder and listens. Needs a runtime.
    ///
    /// # Errors
    ///
    /// See [`ServeError`]; nothing listens then.
    pub fn start(folder: Folder, settings: Settings, world: World) -> Result<Self, ServeError> {
        settings.check()?;
        let lock = folder.serve()?;
        let mut sockets = Vec::new();
        for address in &settings.listen {
            let address = *address;
            let listen = || {
                let socket = TcpListener::bind(address)?;
                socket.set_nonblocking(true)?;
                Ok((socket.local_addr()?, socket))
            };
            sockets.push(listen().map_err(|source| ServeError::Listen { address, source })?);
        }
        let own = sockets.iter().any(|(at, _)| settings.speech(at.ip()) == Speech::OwnCertificate);
        let identity = if own { Some(tls::identity(&folder, settings.names())?) } else { None };
        let first = sockets.first().map(|(at, _)| *at);
        let address = settings.public_url.clone().unwrap_or_else(|| {
            let scheme = if own { "https" } else { "http" };
            first.map(|at| format!("{scheme}://{at}")).unwrap_or_default()
        });
        let pin = identity.as_ref().map(|identity| *identity.pin.bytes());
        let secret = folder.office_secret(&world)?;
        let (office, threads) = Office::open(folder, world)?;
        let (closing, closes) = watch::channel(false);
        let ahead = tokio::spawn(keep_reading(office.clone()));
        let app = App::new(office, settings.clone(), address.clone(), pin, secret, closes);
        let service = routes::service(app.clone());
        let places = Arc::new(Semaphore::new(limits::CONNECTIONS));
        let (mut listeners, mut handles) = (JoinSet::new(), Vec::new());
        let mut addresses = Vec::new();
        for (at, socket) in sockets {
            let handle = Handle::new();
            let make = service.clone().into_make_service_with_connect_info::<SocketAddr>();
            let server = axum_server::from_tcp(socket).map_err(ServeError::Broke)?;
            let mut server = configure(server, &handle).http1_only();
            server.http_builder().http1().header_read_timeout(limits::HEADER_TIMEOUT);
            let plain = Counted { inner: DefaultAcceptor::new(), places: Arc::clone(&places) };
            match (&identity, settings.speech(at.ip())) {
                (Some(identity), Speech::OwnCertificate) => {
                    let config = RustlsConfig::from_config(Arc::clone(&identity.config));
                    let acceptor = RustlsAcceptor::new(config)
                        .handshake_timeout(limits::HEADER_TIMEOUT)
                        .acceptor(plain);
                    listeners.spawn(server.acceptor(acceptor).serve(make));
                }
                (_, Speech::PlainLoopback | Speech::PlainToProxy) | (None, _) => {
                    listeners.spawn(server.acceptor(plain).serve(make));
                }
            }
            handles.push(handle);
            addresses.push(at);
        }
        Ok(Self {
            addresses,
            address,
            pin,
            app,
            listeners,
            handles,
            closing,
            ahead,
            threads,
            _lock: lock,
        })
    }

    /// The office behind the listeners.
    #[must_use]
    pub fn office(&self) -> &Office {
        self.app.office()
    }

    /// Serves until `end` is there, then finishes what is under way: no new
    /// connections, the last requests answered, the files closed.
    ///
    /// # Errors
    ///
    /// [`ServeError::Broke`] if a listener ends by itself.
    pub async fn until(mut self, end: impl Future<Output = ()>) -> Result<(), ServeError> {
        let broke = tokio::select! {
            () = end => None,
            ended = self.listeners.join_next() => Some(ended),
        };
        // Nudges would hold their connections open for ever.
        let _gone_already = self.closing.send(true);
        for handle in &self.handles {
            handle.graceful_shutdown(Some(LAST_REQUESTS));
        }
        while self.listeners.join_next().await.is_some() {}
        self.ahead.abort();
        let (app, threads) = (self.app, self.threads);
        drop(app);
        // The threads end when the last handle of the last request is gone.
        drop(tokio::task::spawn_blocking(move || threads.join()).await);
        match broke {
            None | Some(None | Some(Ok(Ok(())))) => Ok(()),
            Some(Some(Ok(Err(error)))) => Err(ServeError::Broke(error)),
            Some(Some(Err(error))) => Err(ServeError::Broke(io::Error::other(error))),
        }
    }
}

fn configure(server: Server<SocketAddr>, handle: &Handle<SocketAddr>) -> Server<SocketAddr> {
    server
        .handle(handle.clone())
        .first_request_timeout(limits::HEADER_TIMEOUT)
        .accept_error_handler(|_, error| {
            tracing::debug!(kind = ?error.kind(), "a connection was not made");
        })
}

/// Lets in so many connections at once; one more is closed at once.
#[derive(Debug, Clone)]
struct Counted<A> {
    inner: A,
    places: Arc<Semaphore>,
}

impl<I, S, A> Accept<I, S> for Counted<A>
where
    I: Send + 'static,
    S: Send + 'static,
    A: Accept<I, S>,
    A::Future: Send + 'static,
    A::Stream: Send,
    A::Service: Send,
{
    type Stream = Placed<A::Stream>;
    type Service = A::Service;
    type Future = Pin<Box<dyn Future<Output = io::Result<(Self::Stream, S2<A, I, S>)>> + Send>>;

    fn accept(&self, stream: I, service: S) -> Self::Future {
        let place = Arc::clone(&self.places).try_acquire_owned();
        let inner = self.inner.accept(stream, service);
        Box::pin(async move {
            let place = place.map_err(|_| io::Error::other("too many connections"))?;
            let (stream, service) = inner.await?;
            Ok((Placed { stream, _place: place }, service))
        })
    }
}

type S2<A, I, S> = <A as Accept<I, S>>::Service;

/// A connection that holds its place until it ends.
#[derive(Debug)]
struct Placed<T> {
    stream: T,
    _place: OwnedSemaphorePermit,
}

impl<T: AsyncRead + Unpin> AsyncRead for Placed<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Placed<T> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
