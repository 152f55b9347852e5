//! Messages between device and buffer, limits, versions
