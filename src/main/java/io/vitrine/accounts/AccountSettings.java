package io.vitrine.accounts;

import io.vitrine.model.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the accounts.
 *
 * @param registration whether people may register themselves
 * @param passwordCost bcrypt cost of a password
 * @param accessTokenLife how long an access token holds
 * @param refreshTokenLife how long a session lives without being used
 * @param signInsPerMinute sign-ins that one address may try in a minute
 * @param freeFailures wrong passwords of one address for one account before it has to wait
 * @param longestWait longest such wait
 * @param secondFactorFor roles whose people must have a second factor
 */
@ConfigurationProperties("vitrine.accounts")
record AccountSettings(
    @DefaultValue("false") boolean registration,
    @DefaultValue("12") @Min(4) @Max(20) int passwordCost,
    @DefaultValue("1h") Duration accessTokenLife,
    @DefaultValue("30d") Duration refreshTokenLife,
    @DefaultValue("20") @Min(1) int signInsPerMinute,
    @DefaultValue("5") @Min(1) int freeFailures,
    @DefaultValue("15m") Duration longestWait,
    @DefaultValue List<Role> secondFactorFor) {}
