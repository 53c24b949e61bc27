"""Understanding side by side: stock Rasa's pipeline and ours, trained on the same examples."""
