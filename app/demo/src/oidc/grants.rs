//! Grants, codes and refresh tokens: a code works once, and so does a refresh token that is bound to no key; reuse ends the whole
//! grant. One that is bound to a key stays (RFC 9700 2.2.2 wants either): whoever stole it cannot use it, and an answer that is lost
//! on its way costs the person nothing.

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
    /// The key that must redeem it.
    pub(crate) key: Option<String>,
    /// What the device calls itself.
    pub(crate) device: String,
    /// How surely the person signed in, where the provider has classes.
    pub(crate) acr: Option<&'static str>,
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
    /// The class of their sign-in.
    pub(crate) acr: Option<String>,
}

/// What a code was made for.
pub(crate) struct Redeemed {
    pub(crate) grant: Grant,
    pub(crate) redirect_uri: String,
    pub(crate) challenge: String,
    pub(crate) nonce: Option<String>,
    pub(crate) key: Option<String>,
}

/// What a refresh token gave.
pub(crate) struct Refreshed {
    pub(crate) grant: Grant,
    /// Whether the client goes on with the token that it has.
    pub(crate) stays: bool,
}

/// Stores a grant and its code.
pub(crate) fn begin(work: &Transaction<'_>, new: &NewCode) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO grants (id, subject, scope, auth_time, device, used_at, acr) VALUES (?1, ?2, ?3, ?4, ?5, ?4, ?6)",
        params![new.grant_id, new.subject, new.scope, new.now, new.device, new.acr],
    )?;
    work.execute(
        "INSERT INTO codes (hash, grant_id, redirect_uri, challenge, nonce, key, expires_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            new.code_hash,
            new.grant_id,
            new.redirect_uri,
            new.challenge,
            new.nonce,
            new.key,
            new.now + CODE_SECONDS
        ],
    )?;
    Ok(())
}

/// Uses a code up. None when it is unknown, late or was used; the last also ends its grant.
pub(crate) fn redeem(
    work: &Transaction<'_>,
    code_hash: &str,
    now: i64,
) -> Result<Option<Redeemed>, StoreError> {
    let sql =
        "SELECT grant_id, redirect_uri, challenge, nonce, expires_at, used, key FROM codes WHERE hash = ?1";
    let row = work.query_row(sql, [code_hash], |row| {
        let (grant_id, expires_at, is_used): (String, i64, bool) = (row.get(0)?, row.get(4)?, row.get(5)?);
        let (redirect_uri, challenge): (String, String) = (row.get(1)?, row.get(2)?);
        let (nonce, key): (Option<String>, Option<String>) = (row.get(3)?, row.get(6)?);
        Ok((grant_id, expires_at, is_used, redirect_uri, challenge, nonce, key))
    });
    let Some((grant_id, expires_at, is_used, redirect_uri, challenge, nonce, key)) = row.optional()? else {
        return Ok(None);
    };
    if is_used {
        revoke(work, &grant_id)?;
        return Ok(None);
    }
    work.execute("UPDATE codes SET used = 1 WHERE hash = ?1", [code_hash])?;
    let grant = live(work, &grant_id)?.filter(|_| expires_at > now);
    Ok(grant.map(|grant| Redeemed { grant, redirect_uri, challenge, nonce, key }))
}

/// Uses a refresh token: up, unless it is bound to a key. None when it is unknown, late, was used up, or is bound to another key
/// than `key`, the one that the request proves; a second use also ends its grant.
pub(crate) fn refresh(
    work: &Transaction<'_>,
    token_hash: &str,
    key: Option<&str>,
    now: i64,
) -> Result<Option<Refreshed>, StoreError> {
    let sql = "SELECT grant_id, expires_at, used, key FROM refresh_tokens WHERE hash = ?1";
    let row =
        work.query_row(sql, [token_hash], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
    let row: Option<(String, i64, bool, Option<String>)> = row.optional()?;
    let Some((grant_id, expires_at, is_used, bound_to)) = row else { return Ok(None) };
    if bound_to.is_some() && bound_to.as_deref() != key {
        // A thief without the key ends nobody's session.
        return Ok(None);
    }
    if is_used {
        revoke(work, &grant_id)?;
        return Ok(None);
    }
    let stays = bound_to.is_some();
    if stays {
        let sql = "UPDATE refresh_tokens SET expires_at = ?2 WHERE hash = ?1 AND expires_at > ?3";
        work.execute(sql, params![token_hash, now + REFRESH_SECONDS, now])?;
    } else {
        work.execute("UPDATE refresh_tokens SET used = 1 WHERE hash = ?1", [token_hash])?;
    }
    work.execute("UPDATE grants SET used_at = ?2 WHERE id = ?1", params![grant_id, now])?;
    let grant = live(work, &grant_id)?.filter(|_| expires_at > now);
    Ok(grant.map(|grant| Refreshed { grant, stays }))
}

/// Stores a grant's next refresh token, bound to `key` where there is one.
pub(crate) fn add_refresh(
    work: &Transaction<'_>,
    token_hash: &str,
    grant_id: &str,
    key: Option<&str>,
    now: i64,
) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO refresh_tokens (hash, grant_id, key, expires_at) VALUES (?1, ?2, ?3, ?4)",
        params![token_hash, grant_id, key, now + REFRESH_SECONDS],
    )?;
    Ok(())
}

/// The grant, unless it was ended.
pub(crate) fn live(work: &Transaction<'_>, grant_id: &str) -> Result<Option<Grant>, StoreError> {
    let sql = "SELECT id, subject, scope, auth_time, acr FROM grants WHERE id = ?1 AND revoked = 0";
    let grant = work.query_row(sql, [grant_id], |row| {
        Ok(Grant {
            id: row.get(0)?,
            subject: row.get(1)?,
            scope: row.get(2)?,
            auth_time: row.get(3)?,
            acr: row.get(4)?,
        })
    });
    Ok(grant.optional()?)
}

/// A device on which somebody is signed in.
pub(crate) struct Device {
    pub(crate) grant_id: String,
    pub(crate) name: String,
    /// Seconds since 1970, as the next.
    pub(crate) since: i64,
    pub(crate) used: i64,
}

/// Where `subject` is signed in, the device that was used last first. What rested longer than a refresh token lives is over.
pub(crate) fn devices(work: &Transaction<'_>, subject: &str, now: i64) -> Result<Vec<Device>, StoreError> {
    let sql = "SELECT id, device, auth_time, used_at FROM grants WHERE subject = ?1 AND revoked = 0 AND used_at > ?2 ORDER BY used_at DESC, id";
    let statement = work.prepare(sql)?;
    let read = statement.query_map(params![subject, now - REFRESH_SECONDS], |row| {
        Ok(Device { grant_id: row.get(0)?, name: row.get(1)?, since: row.get(2)?, used: row.get(3)? })
    })?;
    Ok(read.collect::<Result<_, _>>()?)
}

/// Ends a grant of `subject`; whether there was one.
pub(crate) fn revoke_own(work: &Transaction<'_>, subject: &str, grant_id: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE grants SET revoked = 1 WHERE id = ?1 AND subject = ?2 AND revoked = 0";
    Ok(work.execute(sql, params![grant_id, subject])? > 0)
}

/// Ends a grant.
pub(crate) fn revoke(work: &Transaction<'_>, grant_id: &str) -> Result<(), StoreError> {
    work.execute("UPDATE grants SET revoked = 1 WHERE id = ?1", [grant_id])?;
    Ok(())
}

/// The grant that a refresh token belongs to.
pub(crate) fn of_refresh(work: &Transaction<'_>, token_hash: &str) -> Result<Option<String>, StoreError> {
    let sql = "SELECT grant_id FROM refresh_tokens WHERE hash = ?1";
    Ok(work.query_row(sql, [token_hash], |row| row.get(0)).optional()?)
}
