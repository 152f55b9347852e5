//! Use cases a person can name; DTOs and error codes
