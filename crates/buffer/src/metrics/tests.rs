//! The text is what Prometheus reads, and labels are words of ours.
use super::*;

#[test]
fn counts_come_out_as_text() {
    let m = Metrics::new();
    m.answered("GET", "/v1/boxes/{topic}", 200, Duration::from_millis(7));
    m.answered("GET", "/v1/boxes/{topic}", 200, Duration::from_millis(7));
    m.limited(Class::Ticket);
    m.published(41, 1_800_000_000);
    let open = m.connected();
    let text = m.text().expect("encodes");
    for line in [
        "ugnay_requests_total{method=\"GET\",route=\"/v1/boxes/{topic}\",status=\"200\"} 2",
        "ugnay_request_seconds_bucket{le=\"0.02\"} 2",
        "ugnay_rate_limited_total{kind=\"ticket\"} 1",
        "ugnay_log_entries 41",
        "ugnay_connections 1",
        "# EOF",
    ] {
        assert!(text.contains(line), "{line} is missing in:\n{text}");
    }
    drop(open);
    let text = m.text().expect("encodes");
    assert!(
        text.contains("ugnay_connections 0"),
        "it was let go: {text}"
    );
}
