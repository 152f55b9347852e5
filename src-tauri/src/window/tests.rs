//! The window's own page and nothing else.

use super::is_own_page;
use tauri::Url;

#[test]
fn only_the_embedded_page_may_be_shown() -> Result<(), Box<dyn std::error::Error>> {
    for own in [
        "tauri://localhost/",
        "tauri://localhost/people?find=x",
        "http://tauri.localhost/index.html",
    ] {
        assert!(
            is_own_page(&Url::parse(own)?),
            "the embedded page must open: {own}"
        );
    }
    let foreign = [
        "https://example.org/",
        "http://localhost:1420/",
        "https://tauri.localhost.example.org/",
        "http://tauri.localhost.example.org/",
        "tauri://example.org/",
        "file:///etc/passwd",
        "data:text/html,hello",
        "about:blank",
        "javascript:alert(1)",
    ];
    for url in foreign {
        assert!(
            !is_own_page(&Url::parse(url)?),
            "a page from elsewhere could reach the commands: {url}"
        );
    }
    Ok(())
}
