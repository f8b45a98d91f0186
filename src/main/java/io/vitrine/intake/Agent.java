package io.vitrine.intake;

/**
 * What a User-Agent header says.
 *
 * @param bot whether it is a robot's
 * @param browser family, or Other
 * @param system family, or Other
 * @param device desktop, phone, tablet or other
 */
record Agent(boolean bot, String browser, String system, String device) {}
