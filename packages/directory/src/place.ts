// Where somebody is, without asking anybody: from a place file, a list of districts, or a point that is rounded.
export { readPlaces, type District, type PlaceRow, type Places } from './place/places.js';
export { findPlace, type FoundPlace } from './place/find-place.js';
export { roundedLocation } from './place/rounded-location.js';
