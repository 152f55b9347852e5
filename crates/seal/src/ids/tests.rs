//! Every facet and device has its byte, and no other byte is one.

use super::*;

#[test]
fn facets_are_their_bytes() {
    for (byte, facet) in [(1, Facet::Card), (2, Facet::Case), (3, Facet::Withheld)] {
        assert_eq!(facet.byte(), byte, "as written in contexts");
        assert_eq!(Facet::from_byte(byte), Some(facet), "and read again");
    }
    for byte in (4..=255).chain([0]) {
        assert_eq!(Facet::from_byte(byte), None, "{byte} is no facet");
    }
}

#[test]
fn a_register_has_sixteen_places_for_devices() {
    let all: Vec<u8> = DeviceSlot::all().map(DeviceSlot::get).collect();
    assert_eq!(all, (0..16).collect::<Vec<_>>(), "in order");
    assert_eq!(
        DeviceSlot::new(15).map(DeviceSlot::get),
        Some(15),
        "the last"
    );
    assert_eq!(DeviceSlot::new(16), None, "one more");
}
