//! A plain HTTP client for tests.

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub kind: String,
    pub body: Vec<u8>,
    pub headers: hyper::HeaderMap,
}

pub struct Client(hyper_util::client::legacy::Client<HttpConnector, Full<Bytes>>);

impl Client {
    pub fn new() -> Self {
        let builder = hyper_util::client::legacy::Client::builder(TokioExecutor::new());
        Self(builder.build_http())
    }

    pub async fn try_send(
        &self,
        method: &str,
        url: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Option<Answer> {
        let mut request = hyper::Request::builder()
            .method(method)
            .uri(format!("{url}{path}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::from(body)).expect("a valid request");
        let (head, body) = self.0.request(request).await.ok()?.into_parts();
        let kind = head
            .headers
            .get("content-type")
            .and_then(|v| v.to_str().ok());
        Some(Answer {
            status: head.status.as_u16(),
            kind: kind.unwrap_or_default().to_owned(),
            headers: head.headers.clone(),
            body: body.collect().await.ok()?.to_bytes().to_vec(),
        })
    }

    pub async fn send(
        &self,
        method: &str,
        url: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let answer = self.try_send(method, url, path, headers, body).await;
        let answer = answer.expect("the server answers");
        crate::described::check(method, path, &answer);
        answer
    }
}
