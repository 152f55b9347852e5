//! Numbers, and what only looks like one.

use super::is_number;
use tauri::Url;

#[test]
fn numbers_may_be_dialled() -> Result<(), Box<dyn std::error::Error>> {
    for link in [
        "tel:+639171234567",
        "sms:+639171234567",
        "tel:09171234567",
        "tel:117",
    ] {
        assert!(is_number(&Url::parse(link)?), "one tap must dial {link}");
    }
    Ok(())
}

#[test]
fn anything_else_stays_inside() -> Result<(), Box<dyn std::error::Error>> {
    let others = [
        "https://wa.me/639171234567",
        "mailto:a@example.org",
        "file:///etc/passwd",
        "tel:+63917123456789012345",
        "tel:+63-917;ext=1",
        "tel:--version",
        "sms:+639171234567?body=hello",
        "tel:+639171234567#x",
        "tel:*21*0917%23",
        "tel:",
        "tel:12",
    ];
    for link in others {
        assert!(
            !is_number(&Url::parse(link)?),
            "this must not reach the system: {link}"
        );
    }
    Ok(())
}
