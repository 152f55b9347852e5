//! PSGC gazetteer, countries and their aliases, phone numbers
