//! Grants, codes and refresh tokens: a code or refresh token works once, and its reuse ends the whole grant.

use fingertip_store::{
    StoreError, Transaction,
    sql::{OptionalExtension, params},
};

/// How long a code waits for its client, in seconds.
const CODE_SECONDS: i64 = 60;
/// How long a refresh token rests unused, in seconds: 90 days.
const REFRESH_SECONDS: i64 = 90 * 24 * 3600;

/// A login just done.
pub(crate) struct NewCode {
    pub(crate) code_hash: String,
    pub(crate) grant_id: String,
    pub(crate) subject: String,
    pub(crate) scope: String,
    pub(crate) redirect_uri: String,
    pub(crate) challenge: String,
    pub(crate) nonce: Option<String>,
    /// Seconds since 1970.
    pub(crate) now: i64,
}

/// What a person agreed to at one login.
#[derive(Debug, Clone)]
pub(crate) struct Grant {
    pub(crate) id: String,
    pub(crate) subject: String,
    pub(crate) scope: String,
    pub(crate) auth_time: i64,
}

/// What a code was made for.
pub(crate) struct Redeemed {
    pub(crate) grant: Grant,
    pub(crate) redirect_uri: String,
    pub(crate) challenge: String,
    pub(crate) nonce: Option<String>,
}

/// Stores a grant and its code.
pub(crate) fn begin(work: &Transaction<'_>, new: &NewCode) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO grants (id, subject, scope, auth_time) VALUES (?1, ?2, ?3, ?4)",
        params![new.grant_id, new.subject, new.scope, new.now],
    )?;
    work.execute(
        "INSERT INTO codes (hash, grant_id, redirect_uri, challenge, nonce, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![new.code_hash, new.grant_id, new.redirect_uri, new.challenge, new.nonce, new.now + CODE_SECONDS],
    )?;
    Ok(())
}

/// Uses a code up. None when it is unknown, late or was used; the last also ends its grant.
pub(crate) fn redeem(
    work: &Transaction<'_>,
    code_hash: &str,
    now: i64,
) -> Result<Option<Redeemed>, StoreError> {
    let sql = "SELECT grant_id, redirect_uri, challenge, nonce, expires_at, used FROM codes WHERE hash = ?1";
    let row = work.query_row(sql, [code_hash], |row| {
        let (grant_id, expires_at, is_used): (String, i64, bool) = (row.get(0)?, row.get(4)?, row.get(5)?);
        let (redirect_uri, challenge, nonce): (String, String, Option<String>) =
            (row.get(1)?, row.get(2)?, row.get(3)?);
        Ok((grant_id, expires_at, is_used, redirect_uri, challenge, nonce))
    });
    let Some((grant_id, expires_at, is_used, redirect_uri, challenge, nonce)) = row.optional()? else {
        return Ok(None);
    };
    if is_used {
        revoke(work, &grant_id)?;
        return Ok(None);
    }
    work.execute("UPDATE codes SET used = 1 WHERE hash = ?1", [code_hash])?;
    let grant = live(work, &grant_id)?.filter(|_| expires_at > now);
    Ok(grant.map(|grant| Redeemed { grant, redirect_uri, challenge, nonce }))
}

/// Uses a refresh token up. None when it is unknown, late or was used; the last also ends its grant.
pub(crate) fn rotate(
    work: &Transaction<'_>,
    token_hash: &str,
    now: i64,
) -> Result<Option<Grant>, StoreError> {
    let sql = "SELECT grant_id, expires_at, used FROM refresh_tokens WHERE hash = ?1";
    let row =
        work.query_row(sql, [token_hash], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    let Some((grant_id, expires_at, is_used)): Option<(String, i64, bool)> = row else { return Ok(None) };
    if is_used {
        revoke(work, &grant_id)?;
        return Ok(None);
    }
    work.execute("UPDATE refresh_tokens SET used = 1 WHERE hash = ?1", [token_hash])?;
    Ok(live(work, &grant_id)?.filter(|_| expires_at > now))
}

/// Stores a grant's next refresh token.
pub(crate) fn add_refresh(
    work: &Transaction<'_>,
    token_hash: &str,
    grant_id: &str,
    now: i64,
) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO refresh_tokens (hash, grant_id, expires_at) VALUES (?1, ?2, ?3)",
        params![token_hash, grant_id, now + REFRESH_SECONDS],
    )?;
    Ok(())
}

/// The grant, unless it was ended.
pub(crate) fn live(work: &Transaction<'_>, grant_id: &str) -> Result<Option<Grant>, StoreError> {
    let sql = "SELECT id, subject, scope, auth_time FROM grants WHERE id = ?1 AND revoked = 0";
    let grant = work.query_row(sql, [grant_id], |row| {
        Ok(Grant { id: row.get(0)?, subject: row.get(1)?, scope: row.get(2)?, auth_time: row.get(3)? })
    });
    Ok(grant.optional()?)
}

/// Ends a grant.
pub(crate) fn revoke(work: &Transaction<'_>, grant_id: &str) -> Result<(), StoreError> {
    work.execute("UPDATE grants SET revoked = 1 WHERE id = ?1", [grant_id])?;
    Ok(())
}

/// Ends the grant that a refresh token belongs to.
pub(crate) fn revoke_by_refresh(work: &Transaction<'_>, token_hash: &str) -> Result<(), StoreError> {
    work.execute(
        "UPDATE grants SET revoked = 1 WHERE id = (SELECT grant_id FROM refresh_tokens WHERE hash = ?1)",
        [token_hash],
    )?;
    Ok(())
}
