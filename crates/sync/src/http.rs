//! The line over HTTP(S): short timeouts fit for 2G, bounded answers, no redirects, no cookies.

use crate::TransportError;
use crate::transport::{MAX_ANSWER, Method, Request, Response, Transport};
use reqwest::blocking::Client;
use std::error::Error as _;
use std::io::Read;
use std::sync::Once;
use std::time::Duration;
use ugnay_wire::paths::READ_HEADER;

/// How to reach a buffer.
pub struct HttpTransport {
    base: String,
    client: Client,
}

static PROVIDER: Once = Once::new();

impl HttpTransport {
    /// A line to `base` (`https://…`, or `http://` on loopback and behind a proxy).
    /// `certificate` is the buffer's own certificate in PEM, where it is not from a public authority.
    ///
    /// # Errors
    /// [`TransportError::Address`] for an address of another form, [`TransportError::Certificate`]
    /// for a certificate that cannot be read.
    pub fn new(
        base: &str,
        certificate: Option<&[u8]>,
        timeout: Duration,
    ) -> Result<Self, TransportError> {
        Self::through(base, certificate, None, timeout)
    }

    /// The same line through a SOCKS5 proxy, as Tor's (`127.0.0.1:9050`). Names are resolved by the proxy alone: nothing
    /// is asked of this machine's name service. A pinned certificate holds as without it.
    ///
    /// # Errors
    /// Also [`TransportError::Proxy`]; [`TransportError::Onion`] for an onion address without a proxy.
    pub fn through(
        base: &str,
        certificate: Option<&[u8]>,
        socks: Option<&str>,
        timeout: Duration,
    ) -> Result<Self, TransportError> {
        // The process-wide choice of a provider; a second one is refused and that is fine.
        PROVIDER.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
        let base = base.trim().trim_end_matches('/').to_owned();
        let url = reqwest::Url::parse(&base).map_err(|_| TransportError::Address)?;
        if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
            return Err(TransportError::Address);
        }
        let onion = url
            .host_str()
            .is_some_and(|h| h.trim_end_matches('.').ends_with(".onion"));
        if onion && socks.is_none() {
            return Err(TransportError::Onion);
        }
        let mut builder = Client::builder()
            .connect_timeout(timeout.min(Duration::from_secs(15)))
            .timeout(timeout)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .user_agent("ugnay");
        if let Some(pem) = certificate {
            let cert =
                reqwest::Certificate::from_pem(pem).map_err(|_| TransportError::Certificate)?;
            builder = builder.tls_certs_only([cert]);
        }
        if let Some(socks) = socks {
            let proxy = reqwest::Proxy::all(proxy_address(socks)?);
            builder = builder.proxy(proxy.map_err(|_| TransportError::Proxy)?);
        }
        let client = builder.build().map_err(|_| TransportError::Certificate)?;
        Ok(Self { base, client })
    }
}

/// A SOCKS5 proxy's address in the one form that resolves names at the proxy: `socks5h://host:port`. Takes that form, or
/// `host:port` alone.
///
/// # Errors
/// [`TransportError::Proxy`] for anything else, `socks5://` included, which would ask this machine for names.
pub fn proxy_address(text: &str) -> Result<String, TransportError> {
    let text = text.trim();
    let address = text.strip_prefix("socks5h://").unwrap_or(text);
    let url = format!("socks5h://{address}");
    let parsed = reqwest::Url::parse(&url).map_err(|_| TransportError::Proxy)?;
    let plain = parsed.port().is_some()
        && parsed.host_str().is_some()
        && matches!(parsed.path(), "" | "/")
        && parsed.query().is_none()
        && parsed.username().is_empty()
        && !address.contains('@')
        && !address.contains("://");
    if plain {
        Ok(url)
    } else {
        Err(TransportError::Proxy)
    }
}

impl Transport for HttpTransport {
    fn send(&mut self, request: &Request) -> Result<Response, TransportError> {
        let url = format!("{}{}", self.base, request.path);
        let mut call = match request.method {
            Method::Get => self.client.get(url),
            Method::Post => self.client.post(url).body(request.body.clone()),
        };
        call = call.header("content-type", ugnay_wire::paths::OCTETS);
        if let Some(sig) = &request.read_signature {
            call = call.header(READ_HEADER, sig);
        }
        let answer = call.send().map_err(|e| classify(&e))?;
        let status = answer.status().as_u16();
        let mut body = Vec::new();
        let limit = MAX_ANSWER as u64 + 1;
        answer
            .take(limit)
            .read_to_end(&mut body)
            .map_err(|e| classify_io(&e))?;
        if body.len() > MAX_ANSWER {
            return Err(TransportError::TooLong);
        }
        Ok(Response { status, body })
    }
}

fn classify(e: &reqwest::Error) -> TransportError {
    if e.source().is_some_and(names_certificate) {
        TransportError::Certificate
    } else if e.is_timeout() {
        TransportError::Slow
    } else {
        TransportError::Unreachable
    }
}

/// Whether a refused certificate is anywhere below. An I/O error that wraps another names it in `get_ref` only: its
/// `source` is already that one's source.
fn names_certificate(e: &(dyn std::error::Error + 'static)) -> bool {
    let here = e
        .downcast_ref::<rustls::Error>()
        .is_some_and(is_certificate);
    let wrapped = e
        .downcast_ref::<std::io::Error>()
        .and_then(std::io::Error::get_ref);
    here || wrapped.is_some_and(|w| names_certificate(w))
        || e.source().is_some_and(names_certificate)
}

fn is_certificate(e: &rustls::Error) -> bool {
    matches!(
        e,
        rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented
    )
}

fn classify_io(e: &std::io::Error) -> TransportError {
    let timed_out = e.kind() == std::io::ErrorKind::TimedOut
        || e.get_ref()
            .and_then(|r| r.downcast_ref::<reqwest::Error>())
            .is_some_and(reqwest::Error::is_timeout);
    if timed_out {
        TransportError::Slow
    } else {
        TransportError::Unreachable
    }
}

#[cfg(test)]
mod tests;
