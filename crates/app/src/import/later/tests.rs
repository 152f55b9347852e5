//! The list for later: kept until ticked off, without what stands in the cells, gone with the import.

use crate::dto::ErrorCode;
use crate::import::tests::{DOUBTS, file, preview};
use crate::testing::device;

#[test]
fn what_stays_doubtful_is_kept_until_it_is_ticked_off() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", DOUBTS)]);
    let done = d
        .app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    let later = d.app.import_later().expect("a list");
    assert_eq!(
        (later.open, later.done),
        (done.result.later, 0),
        "every doubtful cell of the persons written"
    );
    assert_eq!(
        d.app.home().expect("counts").import_later,
        later.open,
        "and the home screen says so"
    );
    let first = later.rows[0].clone();
    assert_eq!(
        (first.name.as_str(), first.row),
        ("Cruz, Juan", 2),
        "with the person's name and place"
    );
    let ticked = d
        .app
        .import_later_done(&first.id, true)
        .expect("ticked off");
    assert_eq!(
        (ticked.open, ticked.done),
        (later.open - 1, 1),
        "one less to do"
    );
    let back = d.app.import_later_done(&first.id, false).expect("put back");
    assert_eq!((back.open, back.done), (later.open, 0), "as before");
    let kept = d
        .app
        .session
        .as_ref()
        .expect("open")
        .register
        .states("import/later/");
    let kept: Vec<_> = kept
        .expect("states")
        .into_iter()
        .flat_map(|(_, b)| b)
        .collect();
    let text = String::from_utf8_lossy(&kept).into_owned();
    assert!(
        !text.contains("Cruz") && !text.contains("0917"),
        "the list holds places of cells, nothing of what stands in them"
    );
    for id in ["", "x", "x/0", "0123456789abcdef0123456789abcdef/0"] {
        let e = d.app.import_later_done(id, true).expect_err("refused");
        assert_eq!(e.code, ErrorCode::NotFound, "{id:?} names nothing");
    }
    d.app.import_undo(&done.result.import_id).expect("undone");
    assert_eq!(
        d.app.import_later().expect("a list").open,
        0,
        "nothing is left to do of an import that was taken back"
    );
}

#[test]
fn an_import_that_stops_leaves_no_list() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", DOUBTS)]);
    d.app
        .import_commit(&shown.token, &mut |p| p.done == 0)
        .err()
        .expect("stopped");
    let register = &d.app.session.as_ref().expect("open").register;
    assert!(
        register.states("import/").expect("states").is_empty(),
        "nothing is written, not even what was to be settled or chosen"
    );
}
