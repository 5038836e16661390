<?php
/**
 * Plugin Name: everycontact prompt
 * Description: The shortcode [everycontact behaviour="smoking"] shows the advice prompt from a script file of your own server.
 * Version: 0.1.0
 * Requires PHP: 7.4
 * License: MIT
 *
 * Lay advice-prompt.england.en-GB.js and its parts (advice-prompt.directory.js and their like) beside this file.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

add_action( 'wp_enqueue_scripts', 'everycontact_register_script' );
add_shortcode( 'everycontact', 'everycontact_shortcode' );

/** Made known on every page, and loaded only where the shortcode stands. */
function everycontact_register_script() {
	$address = plugins_url( 'advice-prompt.england.en-GB.js', __FILE__ );
	wp_register_script( 'everycontact-prompt', $address, array(), '0.1.0', array( 'strategy' => 'defer' ) );
}

/** A shortcode is text, so it survives the filter that takes unknown tags from authors who are no administrators. */
function everycontact_shortcode( $attributes ) {
	$given = shortcode_atts( array( 'behaviour' => 'smoking' ), $attributes, 'everycontact' );
	wp_enqueue_script( 'everycontact-prompt' );
	return sprintf(
		'<advice-prompt behaviour="%s" preview><p>The prompt could not be shown. In an emergency call <a href="tel:999">999</a>.</p></advice-prompt>',
		esc_attr( $given['behaviour'] )
	);
}
